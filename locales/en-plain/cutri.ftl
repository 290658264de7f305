### Plain words: what is said more briefly. A sentence that is not here is said as in locales/en/cutri.ftl.
### No further variables, no signs. Buttons keep their words.

not-understood = I do not know this command. Type /help.
apology = Sorry, something is broken. The office knows (number { $number }). Please try later.
cancelled = Stopped.
welcome-back = Welcome. Please press a button below.
choose-area = <b>Where do you live?</b> Press or type the name.
choose-area-page = <b>Where do you live?</b> Press or type the name. Page { $page }/{ $pages }.
choose-neighbourhood = Which neighbourhood of { $area }? You may skip this.
area-not-found = I do not find “{ $typed }”. Type again, or press a name.
area-changed = Your area is changed.
home-ready = Done. Write your question here.
ask-prompt = <b>What do you want to ask?</b> Say what, and where.
ask-too-short = Please say more: what, and where?
draft-too-long = Too long. Send this part first.
ask-category = <b>Which field is it?</b> If unsure, press “Other”.
ask-category-proposed =
    <blockquote expandable>{ $text }</blockquote>
    <b>Which field is it?</b> If unsure, press the first.
preview =
    <b>Please check</b>
    <blockquote expandable>{ $text }</blockquote>
    { $category }, { $area }
    { $body } answers before { $due }
who-sees =
    Delegates see: the text, your area, your initials ({ $initials }).
    The office also sees: your name.
    Everybody sees: text and answer, without names.
edit-prompt =
    Send the new text. It is now:
    <blockquote expandable>{ $text }</blockquote>
receipt-hint = Keep the code <b>{ $code }</b>.
help-resident =
    <b>You can:</b>
    • Write a question here
    • /meetings: the meetings
    • /mine: my questions
    • /search: find answers
    • /delegates: my delegates
    • /settings: profile, notices
    • /cancel: stop

    Danger: call <b>113</b> (police), <b>114</b> (fire), <b>115</b> (ambulance).
settings-always = News on your questions always come.
areas-how = Press an area to change it.
phone-ask =
    Your phone, for the office to call. You need not give it. It is not public.
    Press “Send my number” below.
phone-not-own = This is not your number, so I do not keep it. To give yours: /settings
phone-typed = Press “Send my number”, or “Back”.
ticket-how = Show the code at the door. If you cannot come, press “Unregister”.
waiting-how = When there is a seat, I tell you at once.
