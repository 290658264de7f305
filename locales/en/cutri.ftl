### Every sentence the bot says to people. Residents' words are HTML-escaped before they go into a variable.
### Tone: polite, plain, short sentences, no jokes. Dates: 23/11/2026.

## General

yes-consent = ✅ Agree
no-consent = No, I only want to look at information
button-language = { $language ->
    [vi] Tiếng Việt
   *[en] English
 }
button-cancel = Cancel
button-next-page = Next page ▶
button-previous-page = ◀ Previous page
button-skip = Skip
weekday = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
 }
old-button = This button no longer works.
button-elsewhere = This button no longer works here. Please open a private chat with @{ $bot } and press /start.
not-understood = Sorry, I do not understand this command. Type /help to see what you can do here.
edited-into-command = A command in an edited message is not carried out, and what you sent stays as it was. Please send the command as a new message.
apology = Sorry, something went wrong and I could not do that. The office has been told (number { $number }). Please try again later.
cancelled = Stopped. You can start again at any time.
cancelled-draft = Stopped; the draft is gone. Within a day, /draft brings it back.
nothing-to-cancel = There is nothing to cancel.

## Main keyboard

home-ask = 📝 Ask a delegate
home-meetings = 📅 Meetings
home-mine = 📂 My questions
home-search = 🔎 Search
home-delegates = 👥 Delegates
home-settings = ⚙️ Settings
home-help = ❓ Help

## Start and consent

welcome =
    Welcome!
    This is the channel of <b>{ $council }</b>: ask your delegates, send requests, see the voter contact meetings and receive answers.

    <b>To send a question, please allow us to store:</b>
    • your display name on Telegram, and where you live (ward/commune, hamlet/neighbourhood) as you choose it;
    • the text of your question, so that it can be passed to the delegates and answered.
    The delegates' group sees only your initials and where you live. To see, correct or delete it, please tell the office.
    The bot never asks for identity papers, verification codes or money.

    Do you agree?
consent-first = To send a question, we need your consent. What you have just written is kept until you choose; if you do not agree, it is deleted at once.
consent-thanks = ✅ You agreed at { $time } (version { $version }).
consent-declined = You chose to look at information only.
consent-refused =
    All right. Whatever you had just sent has been deleted.
    You can still see the meetings, search the answers and read the help. When you wish to send a question, press “{ home-ask }”.
welcome-staff = Welcome. Your work is behind the buttons below and in the list of commands; /trogiup explains it. To send a petition of your own as a resident, simply write: you are asked before anything is stored.
welcome-back = Welcome back. Please choose what you would like to do with the buttons below.

## Area

choose-area = <b>Where do you live?</b> Press your ward/commune, or type its name (accents are not needed).
choose-area-page = <b>Where do you live?</b> Press your ward/commune, or type its name (accents are not needed). Page { $page }/{ $pages }.
choose-neighbourhood = Which hamlet or neighbourhood of { $area } do you live in? You may leave this out.
area-not-found = I cannot find a place called “{ $typed }”. Please type it again, or press one in the list.
area-several = Several places have a name like “{ $typed }”. Please press the right one:
area-unknown = The area in this link is not known here. Please choose from the list.
area-chosen = Your area: <b>{ $area }</b>.
area-changed = Your area has been changed. Questions already sent stay as they are.
area-mark = ✅ Area: <b>{ $area }</b>.
area-chosen-with-delegation =
    Your area: <b>{ $area }</b>.
    Your delegates: <b>{ $delegation }</b>.
home-ready = All done. Write your question here at any time, or press the buttons below.
button-change-area = Change area

## Asking a question

ask-prompt =
    <b>What would you like to ask or request?</b>
    Write in your own words. Please say what it is about, where it is, and since when.
ask-too-short = Please say a little more: what is it about, and where? (one sentence is enough)
draft-exists =
    You have a draft that has not been sent:
    <blockquote>{ $text }</blockquote>
button-continue-draft = Continue the draft
button-new-draft = Drop it, write a new one
draft-held =
    You have a draft that has not been sent:
    <blockquote>{ $text }</blockquote>
    Does what you have just written belong to this draft, or is it about something else?
button-add-to-draft = Add to the draft
button-drop-draft = Something else, drop the old draft
draft-added = Added to your draft.
draft-too-long = This is too long. Please send this draft first, then write the rest as another question.
no-draft = You have no draft. Press “{ home-ask }” to write one.
ask-category = <b>Which field does this belong to?</b> If you are not sure, press “Other”.
ask-category-proposed =
    <blockquote expandable>{ $text }</blockquote>
    <b>Which field does this belong to?</b> If you are not sure, press the first one.
preview =
    <b>Please check before sending</b>
    <blockquote expandable>{ $text }</blockquote>
    <b>{ $category }</b> · { $area }
    Handled by: { $body }. Answer due: <b>{ $due }</b>
preview-session = Sent before { $deadline }, it is in time for this session: { $session } ({ $days } days left).
preview-cut = … ({ $count } more characters, which will be sent in full)
button-send = 📨 Send
button-edit = ✏️ Edit
button-categories = Change field
edit-prompt =
    <b>Please send the new text</b>; it will replace this:
    <blockquote expandable>{ $text }</blockquote>
encoding-ask = This looks like an old Vietnamese encoding. Did you write:
encoding-read-as = What you changed looks like an old encoding; I read it as:
encoding-edit-again = If that is not right, please edit that message again.
encoding-settled = Taken up:
encoding-gone = This has been settled already.
button-meant-so = ✅ Yes, use this
button-keep-as-written = No, keep it as typed
draft-discarded = The draft is gone.
draft-is-below = ⬇️ The draft is further down now.
draft-not-taken-back = It cannot be taken back any more: a day is over, or you are writing another one.
discard-sure = <b>Throw this draft away?</b> You can take it back within a day.
discard-sure-files = <b>Throw this draft away, with { $list }?</b> You can take it back within a day.
button-discard-now = Throw it away
button-undiscard = ↩️ Take it back
button-chosen = ✓ { $name }
button-other-category = Another field…
toast-field = Field: { $category }. If it is right, press “Send”; if not, “Change field”.
button-who-sees = Who sees what?
who-sees =
    <b>Who sees what?</b>
    • Delegates: the text (names, phone and identity numbers, house numbers are hidden; whoever handles it can look, which is logged), your area, your initials ({ $initials }).
    • The office: your display name, too.
    • The public: only text and answer, without names, phone and identity numbers, addresses.
preview-kind = Kind: <b>{ $kind }</b>
button-kinds = Change kind
kind-ask = <b>What sort of text is this?</b>
draft-sent-mark = ✅ Sent.
draft-gone = This draft has already been sent or dropped.
too-many-open = You have { $limit } unanswered questions, which is the most allowed. Your draft is kept; please send it when one of them has been answered.

## Receipt and state

receipt =
    <b>Question { $code } received</b>
    Field: { $category }
    Area: { $area }
    Handled by: <b>{ $body }</b>
    Due date: <b>{ $due }</b>
    { $state }
handled-after-office = the office first, then most likely { $body }
receipt-closed =
    <b>Question { $code }</b>
    Field: { $category }
    Area: { $area }
    { $state }
question-head-closed =
    <b>Question { $code }</b>
    Field: { $category }
    Area: { $area }
    { $state }
button-copy-code = 📋 Copy the code
button-copy-ticket = 📋 Copy the code
button-look-again = 🔎 Look again
receipt-hint = Please keep the code <b>{ $code }</b>; see your question again at any time by the button below or at “{ home-mine }”.
state-received = ⏳ The office is checking who should handle it.
state-waits = ⏳ Waiting to be passed on to { $body }.
state-forwarded = 📬 Passed on to { $body }.
state-claimed = ✍️ { $body } has taken it on and is looking into it.
state-answered = ✅ Answered on { $day }.
moved-on = Question <b>{ $code }</b> has been passed on to <b>{ $body }</b>. Due date: { $due }.
answer-head =
    <b>Answer to question { $code }</b>
    <blockquote expandable>{ $question }</blockquote>
    <b>{ $body }</b> answers:
answer-class = Outcome: <b>{ $class }</b>
class-resolved = Resolved
class-explained = Explained, information given
class-in-progress = Being resolved
class-planned = To be resolved, with a schedule
class-not-yet = Not yet resolved, due to outside circumstances
class-set-aside = Set aside for now
class-sent-up = Passed to a higher level
class-short-resolved = Done
class-short-explained = Explained
class-short-in-progress = Under way
class-short-planned = Roadmap
class-short-not-yet = Not yet
class-short-set-aside = Set aside
class-short-sent-up = Sent up
# Why this class is proposed
class-because = <i>Proposed by the words “{ $said }” of the answer.</i>
button-rather = ↔ { $class }

## My questions

mine-none = You have not sent any questions yet. Write one here, or press “{ home-ask }”.
mine-title = <b>Your questions</b> (newest first; press a code for details)
mine-supported-title = <b>Questions you support: { $count }</b>
mine-supported = 🤝 You support this question (supporters: { $count }). I will tell you as soon as it is answered.
mine-line = <b>{ $code }</b> · { $state } · { $text }
mine-state-received = ⏳ waiting to be passed on
mine-state-forwarded = 📬 waiting for an answer, due { $due }
mine-state-answered = ✅ answered
mine-unknown-code = None of your questions has this code. Please check the code on your receipt.
mine-bad-code = A digit or the last letter of this code is wrong. Please check every character against your receipt.
question-head =
    <b>Question { $code }</b>
    Field: { $category }
    Area: { $area }
    Handled by: <b>{ $body }</b>
    Answer due: <b>{ $due }</b>
timeline-answer = <b>Answer of { $body }:</b>
timeline-answer-before = <b>The answer before, being looked at again:</b>
timeline-title = <b>What has happened</b>
timeline-received = { $time } · question received
timeline-forwarded = { $time } · passed on to { $body }
timeline-claimed = { $time } · someone there has taken it on
timeline-released = { $time } · the person in charge is being changed
timeline-answered = { $time } · { $body } answered ({ $class })
timeline-delivered = { $time } · the answer reached you
timeline-undelivered = { $time } · the answer could not be delivered to you yet

## Meetings, search, delegates

meetings-none = No upcoming voter contact meetings have been announced yet.
meetings-title = <b>Upcoming voter contact meetings</b>
meeting-line =
    <b>{ $time }</b> · { $title }
    { $place }
    Code: { $code }
meeting-mine-mark = ⭐ In your area
meeting-next = <b>{ $time }</b> · { $title }
meeting-next-plain = <b>{ $time }</b>
meetings-others = Other meetings, press to see:
meeting-is-below = ⬇️ Please see further down.
button-meeting-details = Details
weekday-short = { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
 }
follow-ask = Shall I tell you when there is a new meeting in your area?
button-follow-yes = 🔔 Yes, tell me
button-follow-no = No, thanks
ticket-calendar-cancelled = Open this file to remove the meeting from your phone’s calendar.
meeting-unknown = There is no meeting with this code.
meeting-over = Meeting { $code } is over.
meeting-kind = { $kind ->
    [constituency] in the constituency
    [residence] where voters live
    [workplace] at the workplace
    [theme] on a theme
    [audience] for a particular group
    [online] online
   *[outside] outside the constituency
 }
meeting-phase = { $phase ->
    [before] before
   *[after] after
 }
meeting-everywhere = The whole area of the council
meeting-no-session = session
meeting-online = Online: { $url }
meeting-theme = Theme: { $theme }
search-prompt = What are you looking for? Type a few words, for example: <i>duong ngap</i> (flooded road), or choose a field:
search-none = No answer contains the words “{ $words }” yet.
search-title = <b>Answers containing the words “{ $words }”</b>
search-first-words = Only the first { $most } words count.
search-item =
    <b>{ $code }</b> · { $category } · { $area } · { $day }
    <blockquote expandable>{ $question }</blockquote>
    <b>{ $body }</b>: { $answer }
published-title = <b>Published answer { $code }</b>
published-none = No published answer has this code. Type /search to look by words.
phone-link-moved = This link opens the published answer now. The resident's phone: t.me/{ $bot }?start=d_{ $code }
search-page = Page { $number }
search-too-old = This search is too old. Please type /search again.
button-newer = ◀ Newer
button-older = Older ▶
reading-at-work = ⏳ Looking it up, one moment please…
reading-too-long = Looking this up took too long, so I stopped. Please narrow it down (more words, one field), or try again in a few minutes.
reading-broke = Sorry, I could not look this up. The office will see the error; please try again later.
reading-too-many = What you asked before is still being looked up. Please wait for it before asking for more.
delegates-where = <b>Delegates of which area?</b> Press its name.
delegates-none = No delegation has been assigned to { $area } yet.
delegates =
    <b>{ $delegation }</b>
    In charge of: { $areas }
delegates-member = • { $name }, { $role }
role-head = head of the delegation
role-deputy-head = deputy head
role-member = delegate
delegates-policy = The delegates answer through this channel; please send your question right here.

## Settings and help

language-changed = I will speak English from now on.
help-resident =
    <b>You can:</b>
    • Write a question or request here at any time, or /ask
    • /meetings – the voter contact meetings
    • /mine – my questions, and whether they have been answered
    • /search – find answers already given
    • /delegates – who represents the place where I live
    • /consult – say what I make of drafts before a session
    • /settings – my profile: areas, phone, notices, plain words, language
    • /mydata, /erase, /requests – see or erase my data; ask something else about it
    • /cancel – stop what I am doing

    Danger to life: call at once <b>113</b> (police), <b>114</b> (fire, rescue), <b>115</b> (ambulance).
help-contact-office = Office: { $office }
help-contact-reception = Complaints and denunciations: { $reception }
help-group =
    <b>Group of { $body }</b>
    • Reply to a question's card to write an answer; the bot will ask before sending it to the resident.
    • /open – questions still waiting for an answer
    • /question CODE – show the card again
    • /report – registers, reports, minutes, letters as files
help-group-unlinked = This group is not linked to any body yet. An administrator should type: /link CODE

## Command menu

menu-ask = Send a question or request
menu-meetings = Voter contact meetings
menu-mine = My questions
menu-search = Search the answers
menu-delegates = My delegates
menu-settings = Profile, areas, notices, language
menu-help = Help
menu-cancel = Stop what I am doing
menu-open = Questions waiting for an answer
menu-question = Show a question's card again

only-in-private = Please do this in a private chat with the bot: t.me/{ $bot }
place-private = a resident

## Group: linking a body

built-in-office = People's Council Office

link-not-admin = Only an administrator may link the group.
link-only-group = This command is for the group of a body.
link-choose = <b>Which body does this group belong to?</b> Press its name, or type /link CODE.
link-unknown = There is no body with the code “{ $code }”. Please choose:
link-done = ✅ From now on this is the group of <b>{ $body }</b>. Questions will be sent here; reply to a card to answer the resident.
link-open = { $how ->
    [public] ⚠️ <b>This group is public.</b> Anybody can look in: cards of questions, answers being written, what delegates say to each other. Only members can act for { $body }, but everybody can read.
   *[discussion] ⚠️ <b>A channel has its comments in this group.</b> Whoever follows the channel reads and writes here: cards of questions, answers being written, what delegates say to each other. Only members can act for { $body }, but everybody can read.
  }

    Better take a private group without a channel, and type /link { $body_code } there.
button-link-open = Link it all the same
group-became-open = { $how ->
    [public] ⚠️ The group of <b>{ $body }</b> is <b>public</b> now: anybody can read cards of questions and answers being written. Better make it private again.
   *[discussion] ⚠️ A channel has its <b>comments in the group of { $body }</b> now: whoever follows the channel reads and writes here. Better take the group away from the channel.
  } From now on whoever presses a button is looked up among the members.
membership-checking = Looking up whether you are a member of the group…
membership-unclear = It could not be found out whether you are a member of the group. Please try again in a few minutes.
link-waiting = Questions waiting: { $count }. They follow below.
bot-added = Hello. I am the bot of { $council }.

## Too much at once, banned

flood-wait = That was a lot at once: I pause for about { $seconds } seconds. After that everything works as usual.
flood-kept = That was a lot at once: I do not answer for about { $seconds } seconds. What you have just written is kept all the same.
flood-together = Too many people look things up right now. Please try again in a few minutes. You can send questions as usual.
ban-how = To ban whoever sent a question: /ban CODE DAYS reason. Without telling them: /ban silent CODE DAYS reason. At most 365 days. For example: <code>/ban DT-0042K 7 insults again and again</code>
ban-nobody = There is no question with this code, or whoever asked does not use Telegram.
ban-officer = This person works for the council. Please take the role away first (/roles).
bans-none = Nobody is banned.
bans-title = <b>Banned now</b>
ban-line = { $how ->
    [silent] { $number }. until { $until } (not told): { $reason }
   *[told] { $number }. until { $until }: { $reason }
  }
button-unban = End number { $number }
button-unban-now = End the ban
ban-told = You cannot use this bot until { $until }. Reason: { $reason }

    If you think that is wrong, please write one message here; an administrator will look at it again. In an emergency call 113, 114 or 115. You can still come to the office.
ban-toast = You cannot use this bot for now.
ban-appealed = What you wrote has been passed on to the administrators.
ban-appeal-office = Somebody who is banned until { $until } (reason: { $reason }) says:
ban-over = You can use the bot again as usual.
submit-too-many-today = You have sent { $limit } questions today. The draft is kept; please send it tomorrow.

## Question card

card-head = <b>{ $code }</b> · { $category }
card-place = { $area } · { $initials }
card-due = Due date: <b>{ $due }</b>
card-state-received = ⏳ Waiting for the office to confirm who handles it: { $body }
card-state-open = ⏳ Waiting for an answer
card-state-claimed = ✍️ Claimed by { $name }
card-state-sent = 📨 { $name } answered at { $time } ({ $class }), on its way to the resident
card-state-delivered = ✅ { $name } answered ({ $class }). The resident received it at { $time }
card-state-undelivered = ⚠️ { $name } answered ({ $class }), but it has not reached the resident, who has blocked the bot. It will be sent when they unblock it.
card-notes = 🗒 Internal notes: { $count }
card-hint = Reply to this card to write an answer.
card-cut = … (continued in the message below)
card-continued = <b>{ $code }</b> (continued)
button-claim = ✋ Claim
button-release = ↩️ Release
button-forward = ➡️ Transfer: { $body }
card-is-below = ⬇️ The card of <b>{ $code }</b> is further down now.
card-waiting-office = ⚠️ There is a question <b>{ $code }</b> ({ $category }, { $area }) for <b>{ $body }</b>, but this body has no group yet. The card is waiting. Please invite the bot to their group and type /link { $body_code }
cards-waiting-title = ⚠️ Cards are waiting because a body has no group, or the bot cannot send to it:
cards-waiting-line = • <b>{ $body }</b>: { $count } waiting. Invite the bot to their group, then type /link { $body_code }
message-refused-office = ⚠️ Telegram did not accept a message to { $place }: { $why }. The message is kept (number { $number }).
update-aside-office = ⚠️ A message sent to the bot could not be handled (number { $number }). Please tell the operator.
group-broken-office =
    ⚠️ The bot cannot send to the group of <b>{ $body }</b>. { $trouble ->
        [topic] The topic is closed. Please give the bot the right <b>Manage topics</b>, or open the topic General again; then type /open in that group.
        [rights] The bot may not write there. Please make it an administrator, or let members write; then type /open in that group.
        [removed] The bot was removed from the group, or the group is gone. Please add the bot again.
       *[other] Telegram says: { $why }. Please see whether the bot is still in the group and may write.
    } The messages are waiting; none is lost.
question-unknown = No question in this group has this code.
open-none = No questions are waiting for an answer.
open-title = <b>Questions waiting for an answer: { $count }</b> (most urgent first)
not-linked = This group is not linked to any body yet.

## Answering

reply-note-only = <b>{ $code }</b>: what { $author } wrote can only be kept as an internal note; it cannot go to the resident any more.
button-send-answer = 📨 Send to resident
button-keep-note = 🗒 Internal note
button-drop = Cancel
reply-sent = 📨 <b>{ $code }</b>: { $author } has sent the answer to the resident.
reply-noted = 🗒 <b>{ $code }</b>: { $author } has added an internal note. The resident does not see it.
reply-dropped = <b>{ $code }</b>: dropped, not sent.
reply-too-short = The answer is empty. Please write it and reply to the card again.
undelivered-note = ⚠️ <b>{ $code }</b>: the answer could not be delivered, because the resident has blocked the bot. It is kept and will be sent when they unblock it; if it is urgent, please ask the office to contact them.
delivered-note = ✅ <b>{ $code }</b>: the answer has reached the resident.

## Refusals with a reason

refuse-claimed-by = { $name } has claimed this question.
refuse-not-yours = You are not the one who claimed this question.
refuse-already-answered = This question was answered by { $name } at { $time }.
refuse-answered = This question has already been answered.
refuse-not-forwarded = This question is still waiting for the office to confirm who handles it.
refuse-already-forwarded = This question has already been passed on to { $body }.
refuse-with-another = This question is now with { $body }.
refuse-not-member = Only members of the body's group can do this.
refuse-not-author = Only the person who wrote it can decide.
refuse-decided = This has already been decided.
toast-done = Noted.

## Meetings: list and details

meetings-title-page = <b>Upcoming voter contact meetings</b> · page { $page }/{ $pages }
meeting-title = { $kind }, { $phase } the { $session }
button-open-meeting = { $code } · { $meeting }
button-other-meeting = { $day }, { $time } · { $place }
button-follow-meetings = 🔔 Tell me about new meetings
button-unfollow-meetings = 🔕 Do not tell me any more
toast-follows = I will tell you about new meetings in your area.
toast-follows-not = Good: I do not tell you about new meetings.
toast-unfollows = I will not tell you about new meetings any more.
meeting-bodies = Present: { $bodies }
meeting-ends = Expected end: { $time }
meeting-seats-any = 🪑 No limit on seats
meeting-seats-none = 🪑 No seats left, { $waiting } registrations are waiting
meeting-seats-full = 🪑 No seats left, nobody is waiting yet
meeting-seats-free = 🪑 { $free } seats left
meeting-closes = Registration until { $time }
meeting-cut-off = Questions sent before { $time } will reach the { $session } ({ $days } days left).
meeting-cut-off-over = The time for questions to the { $session } is over; questions sent from now on go to the next session.
meeting-you-registered = ✅ You are registered.
meeting-you-wait = ⏳ You are on the waiting list.
meeting-called-off = ❌ This meeting was called off. { $reason }
button-register = ✅ Register
button-wait = ⏳ Join the waiting list
button-unregister = ❌ Unregister
button-show-ticket = 🎫 Show my ticket
button-meeting-place = 📍 Where it is
button-see-meeting = See and register
button-ask-for-meeting = 📝 Ask a question for this meeting

## Meetings: ticket, waiting list, reminders

ticket-head = 🎫 Ticket code: <b>{ $ticket }</b>
ticket-facts =
    Meeting { $code }: voter contact { $title }
    <b>{ $time }</b>
    { $place }
ticket-size = People: <b>{ $size }</b>
ticket-speaks = 🎤 Wishes to speak
ticket-speaks-about = 🎤 Wishes to speak about: { $topic }
ticket-how = At the door, show this code or the QR picture. If you cannot come, please press “Unregister” so that somebody else can have the seat.
ticket-calendar = Open this file to put the meeting into your phone's calendar.
ticket-calendar-title = Voter contact meeting – { $council }
ticket-calendar-code = Ticket code: { $ticket }
ticket-given-up = ❌ You have unregistered. The ticket is not valid any more.
ticket-not-yours = This QR code is a ticket for a meeting; the clerk at the door scans it.
button-open-again = Show the meeting again
button-companions = 👥 Companions
button-wish-to-speak = 🎤 I wish to speak
button-stay-silent = 🔇 I do not wish to speak
button-companion-count = { $count ->
    [0] I come alone
    [one] { $count } companion
   *[other] { $count } companions
 }
companions-ask = Meeting { $code }: how many people come with you?
topic-ask = Meeting { $code }: it is noted that you wish to speak. What about? Write a sentence, or press “Skip”.
topic-noted = ✅ Your wish to speak is noted. The chair will call people from the list.
waiting-head = ⏳ The meeting is full. You are number <b>{ $position }</b> on the waiting list.
waiting-how = I will tell you at once when there is a seat. With fewer companions a seat is found sooner, and you keep your place.
offer-head = 🎉 There is a seat for you! Please press “Take the seat” before <b>{ $time }</b>; after that it goes to the next person.
offer-accepted = ✅ You have taken the seat. Your ticket is just below.
offer-lapsed = Sorry, the seat that was kept for you has gone to the next person. If you still wish to come, press “Join the waiting list”.
button-accept-seat = ✅ Take the seat
reminder-head = 🔔 The meeting you registered for is near. Ticket code: <b>{ $ticket }</b>
reminder-how = If you cannot come, please press “Unregister”.
toast-unregistered = You have unregistered.
refuse-meeting-cancelled = This meeting was called off.
refuse-meeting-over = This meeting is over.
refuse-registration-closed = Registration ended at { $time }.
refuse-not-registered = You are not registered for this meeting any more.
refuse-arrived = You are already checked in at this meeting.
refuse-too-many = You can bring at most { $most } companions.
refuse-seats-left = Only { $free } seats are left.
refuse-below-taken = { $taken } seats are taken already; there cannot be fewer.
refuse-reserve-too-large = At most { $most } seats can be reserved.
meeting-announced = 🔔 There is a new voter contact meeting in your area:
meeting-changed = ⚠️ The meeting you registered for has <b>changed</b>. New time and place:
meeting-changed-how = Your registration stays as it is. If you cannot come, please press “Unregister”.
ticket-outdated = ⚠️ The meeting has changed. A new ticket is in a later message.

## Meetings: check-in

check-in-head =
    <b>Check-in { $code }</b> · { $time }
    Here: <b>{ $arrived }</b>/{ $registered } registrations ({ $present } people)
    Without registration: <b>{ $walk_ins }</b> people
    Present in all: <b>{ $in_all }</b> people
check-in-how = Press a name to check in, again to undo. With a ticket: send /checkin and the code, or scan the QR code. Without registration: /checkin { $code } and the name, or +number.
check-in-in-private = The list with names is only shown in the private chat: { $link }
check-in-here = ✅ { $name } ({ $count })
check-in-missing = ⬜ { $name } ({ $count })
check-in-done = ✅ <b>{ $name }</b>: { $arrived }/{ $size } people are here.
check-in-total = Present in all: <b>{ $count }</b> people.
check-in-choose = Check in at which meeting?
check-in-none-open = No meeting is open for check-in. Check-in opens 12 hours before the beginning. If you belong to the office or the delegation, first type /checkin and the meeting's code in the group of your body.
check-in-unknown = There is no meeting with this code.
check-in-not-yours = Only the office and the bodies that hold the meeting check people in. If you belong to one of them, first type /checkin and the meeting's code in its group, then come back here.
check-in-not-held = This meeting is not held (not announced, or called off).
check-in-too-early = Check-in opens at { $time }.
check-in-too-late = The meeting ended more than a day ago; nobody can be checked in any more.
check-in-waiting = This ticket is still on the waiting list, without a seat. If there is room, please count it as somebody without registration.
check-in-cancelled = This ticket was cancelled. If there is room, please count it as somebody without registration.
check-in-already = This ticket was checked in at { $time }.
button-walk-in = ➕ { $size } without registration
button-walk-in-undo = ↩️ Undo my last
button-refresh = 🔄 Refresh
button-recount = { $size } people
button-not-arrived = ↩️ Undo
button-guest-list = 📋 Check-in list
walk-in-number = The number must be between 1 and { $most }.
walk-in-undone = { $size } taken back.
walk-in-nothing = You have nothing to undo.

## Meetings: planning

plan-overview = <b>Planning voter contact meetings</b> · { $count } not over yet (📝 draft, 📣 announced, ❌ called off)
plan-only-office = Only the office's group plans meetings.
plan-not-clerk = Only the office plans meetings. If you belong to it, first type /newmeeting in the office's group, then come back here.
plan-state-draft = 📝 <b>Draft</b>, residents do not see it
plan-state-published = 📣 <b>Announced</b>
plan-state-cancelled = ❌ <b>Called off</b>
plan-to-tell = When published: people who follow meetings in this area are told: <b>{ $count }</b>.
plan-to-tell-nobody = When published: nobody follows meetings in this area yet; everyone sees it under /lich.
plan-figures =
    Registered: <b>{ $registered }</b> ({ $expected } people) · waiting: <b>{ $waiting }</b>
    Here: <b>{ $arrived }</b> ({ $present } people) · without registration: <b>{ $walk_ins }</b> · present: <b>{ $in_all }</b>
plan-form =
    Please copy this form, change it and send it back. Needed: code, areas, start, venue (or online). Empty lines may be left out. Without bodies, the delegation of the area holds the meeting.

    <pre>{ $form }</pre>
plan-change-ask = Meeting { $code }: please send the lines that change, such as <code>Start: 09:00 05/12/2026</code>. When time or place change, everybody registered is told.
plan-reason-ask = Meeting { $code }: please write why it is called off. Everybody registered is told the reason.
plan-copy-ask = Copying { $code }: please write the names of the areas, separated by commas. Each becomes a draft; look at time and place before you announce it.
plan-code-taken = The code { $code } is taken. Please choose another.
plan-overlaps = At the same time there is meeting { $code }, { $time }, of { $bodies }. Please choose another time.
plan-published-already = This meeting was announced already, or called off.
plan-too-late = This meeting is over or was called off; it cannot be changed any more.
plan-problems = <b>Not yet, please correct:</b>
plan-try-again = Please correct it and send it again.
plan-unknown-line = • I do not understand the line “{ $line }”.
plan-missing = • The line “{ $field }” is missing.
plan-unreadable = • “{ $field }” cannot be read. Example: { $example }
plan-unknown-name = • { $field }: there is no “{ $value }”.
plan-in-past = • The start is in the past.
plan-bad-length = • The end must be after the start and within 24 hours.
plan-closes-too-late = • Registration must end before the start.
plan-reserved-above-capacity = • More seats are reserved than there are.
plan-no-place = • A venue is needed, or an online address.
plan-kind = { $kind ->
    [constituency] constituency
    [residence] residence
    [workplace] workplace
    [theme] theme
    [audience] audience
    [online] online
   *[outside] outside
 }
plan-phase = { $phase ->
    [before] before
   *[after] after
 }
button-new-meeting = ➕ New meeting
button-publish-meeting = 📣 Announce
button-change-meeting = ✏️ Edit
button-call-off-meeting = ❌ Call off
button-copy-meeting = 📄 Copy
menu-check-in = Check people in at a meeting
menu-plan-meetings = Plan meetings

## What is not a petition

gate-emergency =
    🚨 <b>If somebody is in danger, please call now:</b>
    <b>113</b> – police
    <b>114</b> – fire, explosion, rescue
    <b>115</b> – ambulance

    Nobody reads messages here at once. Please do not wait.
gate-danger-question =
    Is somebody in danger right now?
    <b>113</b> – police · <b>114</b> – fire, explosion, rescue · <b>115</b> – ambulance

    If not, what you wrote is kept and goes on as a petition.
gate-danger-in-draft =
    Is somebody in danger right now?
    <b>113</b> – police · <b>114</b> – fire, explosion, rescue · <b>115</b> – ambulance
gate-goes-on = Then it is a petition. Please go on with the message below.
gate-complaint =
    <b>This seems to be a complaint</b> (asking that a decision or act of an authority about yourself be reviewed).
    Complaints are settled under the Law on Complaints: send a petition to the authority that decided, or speak at the citizen reception.
gate-denunciation =
    <b>This seems to be a denunciation</b> (reporting wrongdoing by a certain person or office).
    Denunciations are settled under the Law on Denunciations, and the identity of whoever denounces is kept secret. Therefore I pass this on to no group; please hand it in or speak in person at the citizen reception.
gate-crime =
    <b>This seems to be a report of a crime.</b> Please tell the police of your commune or call <b>113</b>, the sooner the better; keep papers, messages and pictures.
gate-reception-at = 📍 Citizen reception: { $place }
gate-office-at = 📍 Office: { $place }
gate-police-at = 📍 Police: { $place }
gate-reception-unknown = 📍 Citizen reception: the people's committee of your commune, in office hours.
gate-else = If it is a general petition (about policy, roads, services …), please press the button below: what you wrote is kept for a day.
gate-greeting = Hello. Just write here what you want to ask or propose: what, where, since when.
gate-praise = Thank you. Shall I pass this on to the delegation of your area? (with your area and initials)
gate-spam = I only take questions and petitions to the delegates of the People's Council. If what you wrote is one, please press the button below.
gate-gone = These words have been used or are no longer kept. Please write them again.
button-danger-now = Somebody is in danger right now
button-no-danger = No, this is a petition
button-general-petition = This is a general petition
button-pass-thanks = 💐 Pass on my thanks
thanks-passed = 💐 Your thanks have been passed on to { $body }.
thanks-nowhere = There is no group of delegates for your area yet to pass this on to. Thank you.
thanks-for-group = 💐 <b>Thanks from a voter</b> · { $area } · { $initials }

## Withdrawing, changing, adding

card-state-withdrawn = ↩️ Withdrawn by the resident at { $time }
card-revised = ✏️ Edited by the resident at { $time }
card-supporters = 👥 Supporters: { $count }
card-repeated = 🔁 Raised in { $count } sessions
state-withdrawn = ↩️ You withdrew it on { $day }.
mine-state-withdrawn = ↩️ withdrawn
refuse-withdrawn = The resident has withdrawn this question.

## Similar questions

similar-title = <b>Somebody has asked nearly the same.</b> You can support it (you are counted, and told when it is answered), read the answer, or send yours anyway.
similar-item =
    <b>{ $number }.</b> { $area } · { $state }
    <blockquote expandable>{ $text }</blockquote>
similar-open = waiting for an answer, people: { $count }
similar-answered = ✅ answered
similar-own = your own question
similar-content = All right, nothing new is sent. Whenever you need to, just write here.
button-support = 👥 Support (no. { $number })
button-read-answer = 📖 Read the answer (no. { $number })
button-see-own = See my question (no. { $number })
button-send-anyway = Send mine anyway
button-answer-enough = That is enough, no need to send
support-counted =
    👥 You now support question <b>{ $code }</b> (supporters besides its author: { $count }).
    Answer due: { $due }. I will tell you as soon as it is answered.
support-too-late = This question takes no more supporters. You can send your own.
support-news = 👥 <b>{ $code }</b>: { $count } more people want the same.
button-add-more = ➕ Add something
button-withdraw = ↩️ Withdraw
button-withdraw-now = Withdraw without a reason
button-keep = Do not withdraw (Cancel)
add-prompt = Please write what is to be added to question <b>{ $code }</b>. It goes to whoever is handling it.
added = ➕ What you added to question <b>{ $code }</b> has been passed on.
withdraw-prompt = Why do you withdraw question <b>{ $code }</b>? Please write a line, or press the button.
withdrawn = ↩️ Question <b>{ $code }</b> has been withdrawn. Whoever handled it has been told.
withdrawn-supporter = Question <b>{ $code }</b>, which you supported, has been withdrawn by its author. If the matter still stands, just write your own question here.
revised = ✏️ Question <b>{ $code }</b> has been changed as you edited your message. Whoever handles it sees the words before and after.
revise-too-late = It cannot be changed any more, but you can add something.
refuse-too-long = Too long to be kept. Please write it shorter.
refuse-too-many-additions = Something was added to this question { $limit } times, which is the limit. Please send a new question.
card-added = ➕ <b>{ $code }</b>: added by the resident
card-changed = ✏️ <b>{ $code }</b>: edited by the resident
card-changed-before = Before:
card-changed-after = Now:
card-withdrawn = ↩️ <b>{ $code }</b>: withdrawn by the resident. No answer is needed.
timeline-revised = { $time } · you edited it
timeline-written-down = { $time }: the office wrote down what the voice message says
timeline-added = { $time } · you added something
timeline-withdrawn = { $time } · you withdrew it

## Meetings: speakers, outcome

speakers-head = 🎤 <b>Speakers { $code }</b> · spoken: { $spoken } · to come: { $waiting } (people who are here, in the order of check-in)
speakers-line = { $mark } { $name } <i>{ $topic }</i>
speakers-next = Next: <b>{ $name }</b>
speaker-name-ask = Please type the name of the person from the floor.
button-speakers = 🎤 Speakers
button-has-spoken = ✅ Has spoken
button-skip-speaker = ⏭ Next one
button-add-speaker = ➕ Add somebody
button-close-meeting = 🏁 Write down the outcome
outcome-too-early = The meeting has not begun, or is not held.
outcome-ask = Meeting { $code }: please type three numbers: opinions, of these answered on the spot, of these passed on. Example: <code>12 8 4</code>. Those present get a summary.
outcome-unreadable = Please type exactly three numbers; answered and passed on cannot be more than the opinions. Example: 12 8 4
outcome-figures = Present: <b>{ $present }</b> people · opinions: <b>{ $opinions }</b> · answered on the spot: <b>{ $answered }</b> · passed on: <b>{ $passed_on }</b>
outcome-thanks = 🙏 Thank you for coming to the meeting.
outcome-more = If something was left unsaid, please send it here.
button-ask-for-meeting-after = 📝 Send one more opinion
fill-notice = 📈 Meeting <b>{ $code }</b> ({ $time }) has reached { $per_cent } % of its seats ({ $taken } people).
too-few-notice = 📉 Only { $taken } people have registered for meeting <b>{ $code }</b> ({ $time }). Please invite more.
my-meetings = <b>Meetings I registered for</b>
my-meeting-seated = 🎫 { $code } · { $time } · Ticket code: <b>{ $ticket }</b>
my-meeting-waits = ⏳ { $code } · { $time } · waiting for a seat
button-show-ticket-of = 🎫 Show ticket { $code }
meeting-digest =
    📋 <b>Before meeting { $code }</b> · { $time }
    Registered: <b>{ $taken }</b> people · wish to speak: <b>{ $wishes }</b>
meeting-digest-topic = 🎤 { $topic }
meeting-digest-open = Questions waiting for your answer: <b>{ $count }</b>
meeting-digest-category = • { $category }: { $count }
meeting-digest-how = See each of them: /open

## Attachments

media-received = 📎 Received: { $list }.
media-photos = { $count } photo(s)
media-films = { $count } video(s)
media-sounds = { $count } recording(s)
media-files = { $count } file(s)
media-places = { $count } place(s)
media-needs-words = Please write a few words: what, where? (you can send more photos, too)
media-says-it = (See the attachments)
button-skip-words = Skip, the files say it
button-send-voice = 📨 Send the voice message
button-skip-words-voice = Skip, check before sending
media-other = I cannot take stickers, polls, stories, gifts, games and the like. Please write, or send photos, videos, voice messages, files, a location.
media-after-consent = To send photos and files, your consent is needed first. They have not been kept: once you have agreed, please send them again.
media-too-large = This file has { $size } MB, the limit is { $limit } MB. Please send a smaller one, or cut it.
media-too-long = The voice message is longer than { $limit } minutes. Please send several shorter ones, or write a summary.
media-too-many = A question can have at most { $limit } attachments. This one has not been added.
media-held = The file that came with it is kept for a day: if you send this as a petition, it goes along.
media-not-kept = The file that came with it has not been kept. If you do send this as a petition, please send the file again.
media-risky = For safety I do not take files of the kind “.{ $ending }”. Please send PDF, Word, Excel, photos, videos or voice messages.
media-papers = ⚠️ Please do not send pictures of identity papers (identity card, passport …): the delegates in the group will see attachments. If you did by mistake, press “Cancel” and write again.
preview-attachments = 📎 With it: { $list } (the delegates in the group see these, too).

## Several points in one message, the reminder of a draft

points-title = <b>You raise { $count } matters.</b> Split into { $count } questions, each has its own code, reaches the right body and is answered on its own.
points-next = <b>The next matter</b> (after it: { $left })
button-split = ✂️ Split into { $count } questions
button-keep-whole = Keep as one question
button-back = ◀ Back
draft-reminder = The draft is kept as it is; I remind you only this once. If you do not want to send it, type /cancel.
media-old-draft = The photo or file you just sent has not been kept: please choose first, then send it again.

## Meetings: speakers, outcome

# ---- Other states of a question
card-state-asked-back = ⏸ The resident was asked back at { $time }; the clock stands still until the reply.
card-state-sent-up = ⬆️ Sent up to { $to } at { $time }, document { $number }; waiting for the result.
card-state-set-aside = 🗓 Set aside until { $day }.
card-state-returned = ↩️ Returned with guidance at { $time }.
card-state-merged = 🔗 Merged into another question.
state-asked-back = ⏸ Waiting for your reply; the clock stands still until then.
state-sent-up = ⬆️ Sent up to { $to }; waiting for the result.
state-set-aside = 🗓 Set aside until { $day }.
state-returned = ↩️ Returned with guidance on { $day }.
state-merged = 🔗 Merged into a question about the same matter.
mine-state-asked-back = waits for your reply
mine-state-sent-up = sent up
mine-state-set-aside = set aside until { $day }
mine-state-returned = returned with guidance
mine-state-merged = merged
refuse-returned = This question was returned with guidance.
refuse-merged = This question was merged into another one.
refuse-waits-for-resident = The resident was asked for details; it opens again with their reply.
refuse-not-waiting = This question is not in that state any more.
refuse-bad-day = That day is not possible: it must lie after today (and the day due now), { $latest } at the latest.
refuse-not-mergeable = It can only be merged into another question that is open.
prompt-words-only = Please reply with words.

## Profile (/settings)

settings-kept =
    <b>Your profile</b> (press a button to change it)
    Name (the office sees it): <b>{ $name }</b>
    Areas: <b>{ $areas }</b>
    Phone: <b>{ $phone }</b>
    Language: <b>{ $language }</b>
    Consent given: { $time } (version { $version })
settings-always = News on your questions, and changes of meetings you registered for, always come.
settings-quiet = ⚠️ Reminders are off: I will not remind you of the meetings you register for.
settings-quiet-registered = ⚠️ Reminders are off: I will not remind you of { $codes }.
settings-without-consent =
    <b>Your profile</b>
    You have not agreed to anything being kept (or withdrew it): I keep no name and take no questions. I will ask you when you send a question.
settings-no-area = not chosen
settings-no-phone = none
button-settings-back = ◀ Back
button-more-areas = ➕ Another area
button-areas = 📍 Areas ({ $count })
button-rename = ✏️ Edit name
button-share-phone = 📱 Give my phone
button-drop-phone = 🗑 Delete my phone
button-hear-meetings = 🔔 New meetings: { $on ->
    [on] on
   *[off] off
 }
button-hear-reminders = ⏰ Meeting reminders: { $on ->
    [on] on
   *[off] off
 }
button-hear-announcements = 📢 Announcements, surveys: { $on ->
    [on] on
   *[off] off
 }
button-plain-words = Plain words: { $on ->
    [on] on
   *[off] off
 }
toast-switched = { $on ->
    [on] Switched on.
   *[off] Switched off.
 }
toast-reminders-off = Reminders are off. I will still tell you when a meeting moves or is called off.
toast-reminders-off-for = Switched off. I will not remind you of { $codes }, for which you registered. I will still tell you when it moves or is called off.
reminders-are-off = ⚠️ You have switched reminders off, so I will not remind you of this meeting. To switch them on: /settings
plain-words-on = Yes. From now on I speak briefly and without signs.
plain-words-off = Yes. From now on I speak in full again.

## Profile: areas

area-role = { $role ->
    [lives] home
    [works] work
   *[other] other
 }
areas-title = <b>Your areas</b>
areas-first = { $number }. { $area } – first, for new questions
areas-line = { $number }. { $area }
areas-how = The meetings and the news of meetings cover all of them. Press one to change it.
area-one =
    <b>{ $area }</b>
    To you it is: <b>{ $role }</b>
area-add = Which area do you want to add? Press its name, or type it.
area-add-below = Which neighbourhood of { $area }? Press its name, or type it.
area-enough = At most { $limit } areas are kept for a person. Please remove one first.
area-last = At least one area is needed. To move, press “Change area”.
button-add-area = ➕ Add an area
button-role = { $role ->
    [lives] Home
    [works] Work
   *[other] Other
 }
button-role-now = ✅ { $role }
button-first-area = ⬆️ Put it first
button-neighbourhoods = Choose a neighbourhood
button-drop-area = 🗑 Remove this area

## Profile: phone, name

phone-ask =
    Your phone, for the office to call when something has to be asked. You need not give it.
    { $who ->
        [body] Officers of the office, and delegates who have your question, can see it when needed, and every look is written down; never groups or the public.
       *[office] Only officers of the office can see it, when needed, and every look is written down; never groups or the public.
    } You can delete it at any time in /settings.
    Press “Send my number” below.
button-send-phone = 📱 Send my number
phone-kept = ✅ Your phone { $phone } is kept.
phone-dropped = Your phone is deleted.
phone-left = Very well, no phone is kept.
phone-not-own = This is not your own number, so I do not keep it, and I do not pass contacts on to the delegates' group. To give your own number: /settings. To ask something, please write what it is about.
phone-bad = This is not a telephone number, so I do not keep it.
phone-typed = I do not keep a typed number, because I cannot know that it is yours. Please press “Send my number” below, or “Back”.
phone-after-consent = The phone you sent is not kept. If you agree, please send it again.
name-ask =
    Your name now: <b>{ $name }</b>
    Please type the name the office should see. The delegates' group sees initials only.
name-bad = Please type your name in letters, without digits (at most 64 signs).
button-telegram-name = Use my Telegram name again

## The area of a question

place-named = 📍 Your words name <b>{ $area }</b>. If the matter is there, please press that button.
place-named-instead = 📍 Your words name <b>{ $area }</b>, but the question is about { $before }. If the matter is there, press to change it.
place-choose-part = Which neighbourhood of <b>{ $area }</b> is it about? Press one, type its name, or skip.
place-near = 📍 This place is nearest to <b>{ $area }</b>.
place-near-instead = 📍 This place is nearest to <b>{ $area }</b>, but the question is about { $before }. Press to change it.
place-far = 📍 This place is outside of the council's territory. If it was a slip, please send the place again.
place-choose = <b>Which area is this question about?</b> Your home stays as it is.
button-place = 📍 { $area }
button-place-instead = 📍 Change to { $area }
companions-settled = ✅ Meeting { $code }: { $size } people, yourself included.
button-other-area = 📍 Change area
# ---- Roles, invitations, assignment, handover, audit
role-name =
    { $role ->
        [administrator] administrator
        [clerk] clerk
        [head] head
        [delegate] delegate
       *[observer] observer
    }
role-until = until { $time }
role-until-revoked = until revoked
roles-none = <b>Nobody was given a role yet.</b> Members of each body's group act for their body all the same.
roles-title = <b>Roles in force: { $count }.</b> Press a name to look at it, revoke it or hand over.
roles-holder = <b>{ $name }</b>: { $role }, { $until }.
roles-holder-left = This person has left the body's group: the role has no effect meanwhile.
roles-holder-open = Open questions on their hands: { $count }.
roles-revoke-ask = Revoke the role <b>{ $role }</b> of <b>{ $name }</b>? It takes effect at once; open questions are handed over.
roles-revoked = ✅ The role { $role } of { $name } is revoked.
roles-told-revoked = Your role <b>{ $role }</b> was revoked. Thank you for taking part.
roles-told-expired = Your role <b>{ $role }</b> has ended. Thank you for taking part.
roles-not-admin = Only administrators see and give roles.
roles-only-office = Please do this in the office's group, or write to the bot in private.
roles-gone = This role has ended or was revoked.
button-invite = ➕ Invite somebody
button-invitations = ✉️ Open invitations ({ $count })
button-revoke = Revoke
button-revoke-now = Revoke now
button-handover = 📦 Hand over
invite-choose-role = <b>Invite to which role?</b>
invite-choose-body = <b>Invite a { $role } of which body?</b>
invite-link = <b>Invitation: { $role }</b>
    { $link }
    The link works once, within { $hours } hours. Whoever opens it first gets the role, so please send it only to the person you invite. The role holds until { $until }.
invite-offer = { $council } invites you to be <b>{ $role }</b>, until { $until }.
invite-accepted = ✅ From now on you are <b>{ $role }</b>, until { $until }.
invite-next-administrator = Type /roles to invite people, /audit to read the audit log.
invite-next-clerk = The office's work is in the menu: /newmeeting, /checkin, /audit.
invite-next-head = Type /open to see the questions of your body. In its group, type /handover to hand work over.
invite-next-delegate = Type /open to see the questions of your body. To answer a resident, reply to the card in the group.
invite-next-observer = Type /open to see the questions of your body. An observer only reads.
invite-declined = Noted: you do not take this role.
invite-useless = This link cannot be used. Please contact the office if you need a new invitation.
invite-told-accepted = { $name } has accepted the role { $role }.
invitations-none = There are no open invitations.
invitations-title = <b>Open invitations: { $count }</b>
invitations-line = No. { $number }: { $role }, usable until { $until }
button-uninvite = Cancel invitation no. { $number }
button-accept-role = ✅ Accept
button-decline-role = No
invitation-was-spent = This invitation was used, cancelled or has expired.
sent-in-private = Sent to you in private.
start-bot-first = Please open t.me/{ $bot }, press Start, then press this button again.
list-closed = Closed.
button-close = Close
refuse-observer = You take part as an observer: you can read, but not act.
button-assign = 👤 Assign
button-phone = 📞 Show the phone
button-words = 👁 As it was written
assign-choose = <b>Assign { $code } to whom?</b>
assign-nobody = Nobody of the body is known yet to whom { $code } could be assigned. Whoever has acted in the group or holds a role appears here.
assign-done = 👤 { $code }: assigned to <b>{ $name }</b> by { $by }.
assign-told = 👤 { $by } asks you to answer <b>{ $code }</b> for { $body }.
assign-not-known = This person is not (any more) on the body's list.
desk-hint = To answer: go to the body's group and reply to this card.
phone-office-only = Only the office may see the phone of a voter. To learn more, press “Ask back” or let the office call.
phone-none = The resident left no phone number.
phone-start-bot = The phone is shown in private only. Please open t.me/{ $bot }?start=d_{ $code } and press Start.
words-start-bot = The words as written are shown in private only. Please open t.me/{ $bot }?start=w_{ $code } and press Start.
words-shown = 👁 { $code } ({ $initials }), as it was written. Please use it for this only and do not pass it on. This look was written down.
phone-shown = 📞 { $code } ({ $initials }): <b>{ $phone }</b>
    Please use it for this matter only and do not pass it on. This look was written to the audit log.
handover-member = { $name } ({ $count })
handover-choose-from = <b>{ $body }: hand over whose work?</b>
handover-nothing = { $body }: nobody has a question on their hands.
handover-choose-to = <b>Hand over { $count } questions of { $name } to whom?</b>
handover-nobody = Nobody else of the body is known yet who could take over from { $name }.
handover-nothing-left = This person has no questions on their hands any more.
handover-not-head = Only the head of the body or an administrator hands work over.
handover-only-group = Hand over in the body's group: type /handover there. Administrators can do it from /roles.
handover-notice = 📦 Handed over from { $from } to <b>{ $to }</b>, { $count } questions: { $codes }
handover-notice-free = 📦 { $from } no longer has these { $count } questions: { $codes }. Please press “Claim” on the card.
handover-bundle = <b>Handover from { $name }: { $count } questions</b>
handover-item = { $number }. <b>{ $code }</b> · { $category } · { $area } · due { $due }
trial-begins = If no administrator links this group within { $minutes } minutes, I shall leave it.
trial-over = This group is not linked to any body, so I am leaving. When needed, an administrator can add me again and type /link.
menu-roles = Roles, invitations
menu-audit = Audit log
audit-not-clerk = Only the office and administrators read the audit log.
audit-title = <b>Audit log</b>, newest first
audit-title-about = <b>Audit log: { $about }</b>, newest first
audit-nothing = There are no lines.
audit-unknown = Nothing found. Type /audit, /audit QUESTION_CODE or /audit NAME of an officer.
audit-which = <b>Several people have this name. Whose lines?</b>
audit-line = { $time } · <b>{ $who }</b>: { $what }
audit-bot = Bot
audit-resident = Resident
audit-administrator = Administrator { $number }
audit-deed =
    { $kind ->
        [consent_given] agreed to the use of data
        [consent_refused] refused the use of data
        [consent_withdrawn] withdrew the consent
        [data_given] saw their own data
        [erasure_asked] asked to be erased
        [erasure_taken_back] called the erasure off
        [person_forgotten] erased a person's data
        [data_request_made] noted a request about data
        [data_request_viewed] looked at a request about data
        [data_handed_over] printed data for somebody without Telegram
        [data_request_closed] settled a request about data
        [retention_done] removed what is kept no longer
        [audit_exported] downloaded the log
        [paper_issued] issued a paper
        [area_chosen] chose an area
        [profile_changed] changed their profile
        [question_received] sent a question
        [question_forwarded] forwarded the question
        [question_claimed] claimed the question
        [question_released] released the question
        [note_kept] kept an internal note
        [answer_sent] sent the answer to the resident
        [answer_delivered] the answer reached the resident
        [answer_undelivered] the answer did not reach the resident
        [chat_linked] linked a group
        [chat_migrated] a group changed its id
        [registration_made] registered for a meeting
        [registration_cancelled] cancelled a registration
        [seat_offered] was offered a seat
        [seat_accepted] took the seat
        [offer_lapsed] let the seat go by
        [arrived] checked somebody in
        [arrival_undone] took a check-in back
        [walk_ins_counted] counted people without registration
        [meeting_planned] made a meeting
        [meeting_published] published a meeting
        [meeting_changed] changed a meeting
        [meeting_cancelled] called a meeting off
        [reserved_seat_given] gave reserved seats
        [reserved_seat_returned] gave reserved seats back
        [speaker_called] called a speaker
        [live_question_decided] decided about a live question
        [meeting_held] wrote down what came of a meeting
        [update_set_aside] set aside an update that could not be handled
        [trouble_settled] dealt with something stuck
        [redirected] showed the sender another door
        [redirection_overruled] said it is a general petition
        [question_supported] supported the question
        [question_repeated] raised a question of an earlier session again
        [answer_found_before_asking] found an existing answer enough
        [question_revised] revised the question
        [question_written_down] wrote down what is said
        [question_added_to] added to the question
        [question_withdrawn] withdrew the question
        [thanks_passed_on] sent thanks
        [invitation_made] made an invitation
        [invitation_revoked] cancelled an invitation
        [invitation_declined] declined a role
        [role_granted] accepted a role
        [role_revoked] revoked a role
        [role_expired] a role ended
        [member_left] left the group
        [question_assigned] assigned the question
        [question_handed_over] handed the question over
        [phone_viewed] looked at a resident's phone
        [words_viewed] looked at the words that cards cover
        [guest_list_viewed] looked at the names of guests
        [consultation_published] began a round on a draft
        [consultation_closed] ended a round on a draft
        [statement_decided] decided about a resident's statement
        [broadcast_submitted] asked to approve an announcement
        [broadcast_approved] approved an announcement
        [broadcast_paused] paused an announcement
        [broadcast_resumed] went on with an announcement
        [broadcast_stopped] stopped an announcement
        [broadcast_ended] an announcement was sent
        [person_banned] banned somebody
        [person_unbanned] ended a ban
        [ban_appealed] somebody banned said something against it
        [group_left] left a group without a body
        [answer_submitted] submitted an answer for approval
        [answer_approved] approved an answer
        [answer_sent_back] sent an answer back
        [points_left_out] left out points of the question
        [answer_published] published an answer
        [answer_kept_back] kept an answer back
        [publication_taken_back] took an answer out of public view
        [answer_corrected] corrected an answer
        [answer_judged] a resident judged an answer
        [question_reopened] the resident did not agree; opened again
        [question_obliged] enough supporters, an answer is owed
        [question_called_back] called back
        [site_visited] looked at on a site round
        [question_assessed] the council's verdict
        [question_resolved] confirmed a matter as resolved
        [resolution_confirmed] confirmed that it is done
        [resolution_denied] said that it is not done
        [resolution_reopened] not done, to be done again
        [promise_made] promised a day
        [promise_kept] reported a promise as done
        [promise_postponed] postponed a promise
        [question_entered] entered a question for somebody
        [question_followed] proved to be the author and follows the question
        [answer_handed_over] told the answer by paper or phone
        [reply_written_down] wrote down the resident's reply
        [contact_seen] looked at name and phone of the author
        [slip_printed] printed a receipt
        [slip_refused] typed a wrong slip code
        [question_corrected] corrected the classification
        [question_merged] merged into another question
        [question_took_in] took in a merged question
        [question_split] split a question
        [question_split_off] was split off
        [question_related] related two questions
        [question_returned] returned with guidance
        [question_chased] asked how it is getting on
        [reminder_put_off] put reminders off
        [question_nominated] nominated for questioning
        [nomination_withdrawn] withdrew the nomination
        [question_transferred] transferred to another body
        [author_asked_back] asked the resident back
        [author_replied] replied to what was asked back
        [wait_ended] went on without waiting
        [question_sent_up] sent up
        [question_set_aside] set aside
        [question_brought_back] brought back
        [question_extended] extended the due date
       *[other] something else ({ $kind })
    }
# ==== Entering for others, following by slip, opinions at meetings
enter-title = 📝 <b>Enter a question for somebody</b>
enter-unfinished = You were entering a question. Please go on, or drop it and begin anew.
enter-known-name = From: <b>{ $name }</b>
enter-known-no-name = From: no name given
enter-known-phone = Phone: { $phone }
enter-known-area = Area: { $area }
enter-known-category = Category: { $category }
enter-known-body = Handled by: <b>{ $body }</b> · answer due: <b>{ $due }</b>
enter-ask-name = <b>Whose question is it?</b> Please type the name. The delegates see initials only.
enter-name-in-group = To keep name and phone from the members of this group, enter it in the private chat with @{ $bot }: /enter
enter-ask-phone = <b>Phone number?</b> Only the office sees it, to pass on news. With it the resident can also follow on Telegram.
enter-bad-phone = That is no phone number. Example: 0912 345 678. If there is none, press “Skip”.
enter-ask-source = <b>How did it reach you?</b>
enter-ask-meeting = <b>At which meeting was it spoken?</b>
enter-no-meeting = There was no meeting lately. Please press “Back” and choose another way.
enter-ask-area = <b>Where is it?</b> Press the name, or type it.
enter-ask-part = <b>Where in { $area }?</b>
enter-area-unknown = I do not know this place. Please press a name of the list, or type it again.
enter-ask-text = <b>The words?</b> Please write down what the resident said: what, where, what should be done. No names or phones in it, please.
enter-ask-text-again = <b>The words?</b> Please type them again, or keep them:
enter-ask-spoken = <b>What was said?</b> Topic announced: <i>{ $topic }</i>
enter-text-too-short = That is too short. Please write down what it is about, and where.
enter-text-too-long = That is longer than { $limit } characters. Please shorten it.
enter-ask-category = <b>Which category?</b> The first ones are proposed.
enter-preview = <b>Please check before sending</b>
enter-who-sees = The delegates see the words, the area, the initials. Name and phone are for the office only.
enter-prompt-name = Please reply to this message: the name.
enter-prompt-phone = Please reply to this message: the phone number.
enter-prompt-text = Please reply to this message: the words of the question.
enter-looks-urgent = 🚨 This looks like a danger to life. Please call <b>113</b>, <b>114</b>, <b>115</b> before entering it.
enter-looks-complaint = ⚠️ This looks like a <b>complaint</b>. If it is one, please send the resident to the citizen reception. { $at } If it is a general petition, just go on.
enter-looks-denunciation = ⚠️ This looks like a <b>denunciation</b>. If it is one, do not enter it here; please send the resident to the citizen reception. { $at } If it is a general petition, just go on.
enter-looks-crime = ⚠️ This looks like a crime report. If it is one, please tell the police. If it is a general petition, just go on.
enter-sent = ✅ <b>{ $code }</b> is entered.
enter-left = Dropped; nothing is kept.
enter-gone = This entry has been sent or dropped.
enter-not-yours = Only the person who is entering it can press this.
enter-not-clerk = Only the office may enter questions for others. If you work there, please type /enter in the office's group first, then come back here.
enter-only-office = Only the group of the office or of the Fatherland Front may enter questions for others.
button-no-name = Skip, no name given
button-keep-words = Keep the words
button-whole-area = Skip, the whole area
button-all-categories = Another category …
button-enter-anew = 🗑 Drop it, begin anew
button-enter-another = 📝 Enter another question
button-source = { $source ->
    [in_person] 🏢 Came in person
    [phone] ☎️ By phone
    [letter] ✉️ By letter
   *[meeting] 🎤 At a meeting
 }
question-source = { $source ->
    [in_person] in person
    [phone] by phone
    [letter] by letter
    [meeting] spoken at a meeting
   *[telegram] by Telegram
 }
question-kind = { $kind ->
    [report] Report
    [question] Question for the session
    [opinion] Opinion on a draft
    [thanks] Praise, thanks
   *[petition] Petition
 }
source-line = Source: { $source }
kind-line = Kind: { $kind }
for-meeting-line = For the meeting: <b>{ $code }</b>
session-missed = Too late for { $missed }; it goes to { $session }.
session-missed-none = Too late for { $missed }; it goes to the next session.
entered-no-name = no name given
slip-head = 🧾 <b>Receipt { $code }</b>
slip-received = Received: { $day }
slip-how =
    Please print the file and hand it over. To follow on Telegram: { $link }
    Slip code (for one use): <code>{ $slip }</code>
slip-author-told = The speaker uses Telegram and has been told this code.
slip-file = 🖨 { $code }: receipt to print
slip-answer-file = 🖨 { $code }: answer to print
button-reprint = 🖨 Print again (new slip code)
page-receipt-title = Receipt of a petition
page-answer-title = Answer to a petition
page-words = The words
page-answers = Answer of { $body }
page-how =
    <b>Follow on Telegram:</b> scan the code beside this, or open { $link }
    Question code: <b>{ $code }</b>
    Slip code (for one use, please keep it to yourself): <b>{ $slip }</b>
    Without Telegram: please call the office and tell the question code.
page-answer-how = To follow on Telegram: scan the code beside this, or open { $link }
paper-answered = 📄 <b>{ $code }</b> ({ $source }) was answered by <b>{ $body }</b> ({ $class }). Its author does not use Telegram.
paper-answered-how = Please print it, call, or send a letter, then press “Told”.
paper-news = 📄 <b>{ $code }</b>: its author does not use Telegram. Please call or write, and pass on:
paper-handed-over = ✅ <b>{ $code }</b>: { $name } passed the answer on to the resident.
paper-too-late = This question does not wait to be passed on by paper any more.
paper-reply-ask = Question { $code }: what did the resident say?
paper-reply-kept = ✅ The resident's words are with <b>{ $code }</b> now.
button-print-answer = 🖨 Print the answer
button-see-contact = ☎️ See contact
button-handed-over = ✅ Told the resident
button-write-reply = ✍️ Write down the reply
contact-of =
    <b>{ $code }</b> · only for passing on news
    Name: { $name }
    Phone: { $phone }
contact-not-given = none
contact-in-private = Sent to your private chat.
contact-open-private = Please open the private chat with the bot, press Start, then press this again.
card-state-on-paper = 📄 { $name } answered ({ $class }). Not sent by Telegram: the office tells the resident by paper or phone.
card-state-handed-over = ✅ { $name } answered ({ $class }). The office told the resident at { $time }, not by Telegram.
follow-offer =
    <b>Follow question { $code }</b>
    If the office entered this question for you, please prove it in one of two ways. Then you will see here what happens and the answer.
follow-ask-slip = Please type the <b>slip code</b>: 8 signs printed on the receipt of { $code }.
follow-not-a-slip = A slip code has 8 letters and digits, like ABCD-2345. Please look at the paper and type it again.
follow-wrong-slip = The slip code does not fit. Please look at every sign. Tries left today: { $left }.
follow-too-many = You have tried too often today. Please try again tomorrow, or call the office.
follow-lone-slip = This looks like a slip code. Please type the code of the question on the slip first, for example <code>/mine DT-0042K</code>, then the slip code.
follow-ask-phone = Press the button below to send your own phone number. It is only compared with the number given with { $code }, and not kept.
follow-own-number = Please send your own phone number with the button below, not somebody else's contact.
follow-wrong-phone = This is not the number that was given. You can use the slip code, or call the office.
follow-left = All right.
follow-done = ✅ From now on you follow <b>{ $code }</b> here. I will tell you as soon as there is news.
button-type-slip = 🔑 Type the slip code
button-prove-phone = 📱 Use the phone number given
button-share-phone-to-follow = 📱 Send my number
timeline-entered = { $time } · the office entered it for you ({ $source })
timeline-followed = { $time } · you follow it on Telegram
timeline-handed-over = { $time } · the office told you the answer, not by Telegram
timeline-reply-written = { $time } · the office wrote down what you added
opinion-recorded = 🎤 What you said at meeting { $meeting } has been recorded under <b>{ $code }</b>.
opinions-of-yours = 🎤 What you said has been recorded under <b>{ $codes }</b>.
outcome-recorded = Recorded as questions: <b>{ $count }</b>
button-record-opinion = 📝 Write down: { $name }
ask-for-meeting = 📝 <b>A question for meeting { $code }</b>, { $time }
meeting-digest-asked = Questions asked for this meeting: <b>{ $count }</b>
preview-meeting = For the meeting: <b>{ $code }</b>, { $time }
preview-missed = ⚠️ The time for questions to { $missed } is over: this one goes to the next session.
help-group-desk = • /enter – enter a question for somebody without Telegram
## Sorting what came in (office)

menu-triage = Sort new questions
queue-count = 📥 <b>To be sorted: { $count }</b>, the oldest { $oldest }.
queue-today = from today
queue-days = { $days } days
queue-overdue = 🔴 { $count } of them are overdue for sorting ({ $limit } working days).
queue-empty = ✅ No question waits to be sorted.
queue-notice = 📥 { $count } new questions wait to be sorted. The first to look at:
queue-cannot-pin = 📌 I could not pin the count of waiting questions. Please make the bot an administrator of this group with the right “Pin messages”. Everything else works.
button-triage-begin = ▶️ Sort
triage-nothing-left = ✅ No question waits to be sorted.
triage-not-clerk = Sorting is for the office: please use its group, or a private chat after you have worked in that group.
triage-done-by = { $name } took care of this at { $time }.
triage-held-by = { $name } is looking at this (until { $time }). Type /triage for another one.
triage-changed = The question has just changed; please look again, then press.
triage-forwarded = ✅ <b>{ $code }</b> was passed to { $body }.
triage-moved = ✅ <b>{ $code }</b> moves to { $body }. The resident was told.
triage-corrected = ✏️ <b>{ $code }</b> was corrected.
triage-head = <b>{ $code }</b> · { $category } · { $kind }
triage-short =
    <b>{ $code }</b> · { $category } · { $area }
    { $text }
triage-text-cut = … (more: press “Read all”)
triage-files = 📎 { $count } files
triage-alike = 🔎 { $code } is { $percent } % alike: { $text }
triage-guess = 💡 The machine thinks of <b>{ $category }</b> (because: { $because })
triage-level = Competent level: { $level }
triage-level-unknown = not known
triage-proposal = Proposal: <b>{ $body }</b> ({ $why })
triage-with = With: <b>{ $body }</b>, { $state }, due { $due }
triage-routes-say = By the routes it would be <b>{ $body }</b> ({ $why })
triage-clock = ⏱ Came in { $time }; to be sorted by { $day }
triage-late = 🔴 Overdue for sorting.
triage-behind = { $count } more behind this one.
triage-state =
    { $state ->
        [received] to be sorted
        [forwarded] to be answered
        [asked_back] waiting for the resident
        [sent_up] sent to a higher level
        [set_aside] set aside
        [answered] answered
        [returned] returned
        [merged] merged
       *[other] withdrawn
    }
triage-kind =
    { $kind ->
        [report] report
        [question] question for the session
        [opinion] opinion on a draft
        [thanks] thanks
       *[other] petition
    }
triage-level-name =
    { $level ->
        [village] village
        [commune] commune
        [province] province
       *[other] central
    }
route-exception = exception number { $number } of the routes
route-delegation = delegation of { $area }
route-office = there is no other body yet
route-by-hand = chosen by the office
button-correct-triage = ✏️ Correct
button-more = ⋯ More
button-later = ⏭ Later
button-read-all = 📖 Read all
button-correct-category = Category: { $now }
button-correct-area = Area: { $now }
button-correct-kind = Kind: { $now }
button-correct-level = Level: { $now }
button-correct-body = Body: { $now }
button-urgent = 🔴 Mark as urgent
button-not-urgent = Not urgent
button-merge = 🔗 Merge
button-split-by-clerk = ✂️ Split
button-write-down = 🎙 Write down what is said
button-relate = 📎 Link
button-try-routes = 🧭 Try the routes
button-return-guided = ↩️ Return with guidance
button-triage-whole-area = All of { $area }
button-merge-into = 🔗 Merge into { $code }
button-relate-to = 📎 Link with { $code }
button-type-code = ⌨️ Type another code
button-type-parts = ⌨️ Type the parts
triage-correct-what = What is to be corrected?
triage-more-what = What is to be done with it?
triage-choose-kind = Of which kind is it?
triage-choose-category = Of which category is it?
triage-choose-area = Which area is it about?
triage-choose-level = Which level is competent?
triage-choose-body = Which body is to have it?
triage-merge-what = <b>Merge into which?</b> Its author and supporters will follow the other one.
triage-relate-what = <b>Link with which?</b> Both stay, and each card shows the code of the other.
triage-none-alike = Nothing alike was found.
triage-merge-ask = Merge <b>{ $code }</b> into <b>{ $other }</b>? { $told } people will be told that their petition goes on as { $other }.
triage-merged = 🔗 <b>{ $code }</b> was merged into <b>{ $other }</b>; { $told } people were told.
triage-related = 📎 <b>{ $code }</b> was linked with <b>{ $other }</b>.
triage-related-already = These two were linked before.
triage-unknown-code = No question has this code.
triage-ask-merge-code = Reply to this with the code of the question that { $code } goes on as (for example DT-0042K).
triage-ask-relate-code = Reply to this with the code of the question that belongs to { $code } (for example DT-0042K).
triage-parts = <b>Split into { $count } questions?</b> The first keeps its code, the others get their own; the author is told.
triage-no-parts = I see no clearly separate matters in it. You can type the parts.
triage-ask-transcript = Reply to this with what is said in the voice message of { $code } (what, where, what is wanted). Its author reads it.
transcript-heading = 🎙 Written down by the office as it was said:
triage-written-down = 🎙 What is said in { $code } is written down.{ $told ->
        [yes] {" "}Its author gets it to read.
       *[no] {""}
    }
transcript-news =
    🎙 The office listened to your voice message ({ $code }) and wrote down:
    <blockquote>{ $text }</blockquote>
    If that is not right, please reply to this message.
transcript-note = 🎙 { $code }: written down from the voice message: <blockquote>{ $text }</blockquote>
triage-ask-parts = Reply to this with the parts of { $code }: one matter a line, or numbered 1. 2. 3.; 2 to { $most } parts.
triage-bad-parts = Not split yet: 2 to { $most } parts are needed, each of at least a few words.
triage-split = ✂️ <b>{ $code }</b> was split into { $count } questions; new: { $codes }.
triage-left-office = ➡️ The office passed <b>{ $code }</b> to { $body }.
triage-urgent-for-body = 🔴 The office marked <b>{ $code }</b> as urgent, due { $due }. Please phone at once, do not wait for papers.
triage-categories-note = Codes of categories: { $codes }
routes-title = 🧭 <b>Routes of { $area }</b>
routes-line = • { $category } → <b>{ $body }</b> ({ $why }; { $days } working days)
routes-watched =   ↳ watched by: { $committee }
routes-how = Use: /triage try CATEGORY AREA – for example <code>/triage try { $category } { $area }</code>. Codes or names; without an area you see all top areas.
card-urgent = 🔴 <b>URGENT</b> · Please phone at once, do not wait for papers.
card-related = 📎 Related: { $codes }
receipt-urgent = 🔴 This is treated as urgent, with a shorter deadline. If anybody is in danger, call 113, 114 or 115 at once.
urgent-news = 🔴 The office marked your question <b>{ $code }</b> as urgent. Answer due: { $due }. If anybody is in danger, call 113, 114 or 115 at once.
merged-news =
    🔗 Your petition <b>{ $code }</b> asks the same as another one, so both are dealt with together as <b>{ $other }</b>. You are counted as a supporter and will get the answer.
    With: { $body }. Answer due: { $due }.
    <i>{ $text }</i>
merged-under-card = 🔗 The office merged <b>{ $code }</b> into <b>{ $other }</b>.
took-in-under-card = 🔗 <b>{ $other }</b> asks the same and was merged into <b>{ $code }</b>; it has { $count } supporters now.
split-news = ✂️ Your question <b>{ $code }</b> speaks of several matters. So that each reaches the right place and is answered, the office split it into { $count } questions:
split-news-part = <b>{ $code }</b>: { $text }
timeline-merged = { $time } – merged into { $code }, which asks the same
timeline-took-in = { $time } – { $code }, which asks the same, was merged into it
timeline-split = { $time } – split into { $count } questions
timeline-split-off = { $time } – split off { $code }
timeline-returned = { $time } – returned with guidance
timeline-category = { $time } – put into the category { $category } by the office

## Returning with guidance

guidance-choose =
    <b>Return { $code } with guidance.</b> The resident is always told who is competent and what comes next.
    { $text }
    Who is competent?
guidance-pointer =
    { $pointer ->
        [citizen_reception] Complaint or denunciation: citizen reception
        [higher_level] A higher level
        [other_agency] Another agency or company
       *[other] Private matter: mediation, court
    }
button-keep-question = ◀ Do not return it
button-return-now = ↩️ Send the guidance
button-add-words = ✍️ Add words
guidance-ask-words =
    { $pointer ->
        [higher_level] Reply to this: which level and agency is competent for { $code }, address or phone, what the resident should do (at most { $most } characters).
        [other_agency] Reply to this: which agency or company is competent for { $code }, address or phone, what the resident should do (at most { $most } characters).
       *[other] Reply to this with what to add for the author of { $code } (at most { $most } characters).
    }
guidance-names-nobody = Please say who is competent: the name of the agency, its address or phone.
guidance-too-long = More than { $most } characters. Please be shorter.
guidance-preview = The author of <b>{ $code }</b> will read:
guidance-news =
    Your question <b>{ $code }</b> was read with care. Another place is competent for it; here is the next step.
    <i>{ $text }</i>
guidance-what-next =
    { $pointer ->
        [citizen_reception] <b>Competent:</b> the citizen reception, by the procedure for complaints and denunciations. <b>Next step:</b> take your letter and papers there; you will get a receipt.
        [higher_level] <b>Competent:</b> a higher level. <b>Next step:</b> please send your petition to the place named below.
        [other_agency] <b>Competent:</b> the agency or company named below. <b>Next step:</b> please contact it directly.
       *[other] <b>Competent:</b> this is between private parties. <b>Next step:</b> ask the mediation group of your village; if that fails, you may go to the regional People's Court.
    }
guidance-ask-us = For questions: { $office }
guidance-done = ↩️ { $name } returned <b>{ $code }</b> with guidance: { $pointer }.
guidance-kept = <b>{ $code }</b> stays where it is.
guidance-not-yours = Only the office, or the body that has the question, can return it.
# ---- Reminders, digests, lists, figures, interpellation, chasing
menu-digest = Digest now
menu-figures = Figures
digest-title = 📋 <b>Digest { $day }</b> · { $body }
digest-nothing = Nothing new, nothing due soon or overdue.
digest-unconfirmed = 📥 To be triaged: <b>{ $count }</b>
digest-new = 🆕 New: <b>{ $count }</b>
digest-overdue = 🔴 Overdue: <b>{ $count }</b>
digest-due-soon = 🟡 Due soon: <b>{ $count }</b>
digest-promises = 🤝 Promised, now due: <b>{ $count }</b>
digest-waiting = ⏸ Waiting for the resident: <b>{ $count }</b>
digest-answered = ✅ Just answered: <b>{ $count }</b>
digest-unseen = 📣 Answers that wait for a look before they are public: <b>{ $count }</b> · /publish
digest-line = • { $code } · { $area } · { $text }
digest-line-due = • { $code } · { $area } · due { $due } · { $text }
digest-how = See all: /dangmo · Figures: /thongke
digest-file = Everything is in this file.
session-digest-closing =
    🏛 <b>{ $session }</b> soon takes no more questions: { $closes }
    Sent to the session: <b>{ $count }</b>
session-digest-opening =
    🏛 <b>{ $session }</b> opens soon: { $opens }
    Questions sent to the session: <b>{ $count }</b>
session-digest-supported = 👥 <b>Most supported</b>
session-digest-repeated = 🔁 <b>Raised in several sessions</b>
session-digest-nominated = 🎙 <b>Candidates for interpellation: { $count }</b>
remind-owner = ⏰ <b>Due: { $count } questions</b> · { $body }
remind-head = ⚠️ <b>Overdue: { $count } questions</b> · { $body }. The head of the body is asked to act.
remind-standing-body = 🔴 <b>Long overdue: { $count } questions</b>. The standing body is asked to act.
remind-line = • { $code } · { $category } · { $state }
remind-line-claimed = • { $code } · { $category } · { $state } · { $name }
remind-line-of-body = • { $code } · { $category } · { $body } · { $state }
remind-more = … and { $count } others. See: /dangmo
remind-how = Not possible right now? Press 💤, say why and when to be reminded again.
button-put-off = 💤 { $code }
standing-left = { $days } working days left
standing-today = due today
standing-overdue = { $days } working days overdue
standing-just-overdue = just overdue
standing-stopped = stopped, waiting for the resident
standing-done = done
standing-of-triage = to be triaged, { $state }
standing-of-promise = promised, { $state }
put-off-ask = Why, and until when should nobody be reminded of <b>{ $code }</b>? Write the reason, then the day, for example: <i>waiting for the department's letter { $day }</i>
put-off-unreadable = There is no reason or no day. Write the reason first and the day at the end, for example for <b>{ $code }</b>: <i>waiting for the department's letter { $day }</i>
put-off-too-far = The day must be after today and at most { $days } days ahead.
put-off-done = 💤 <b>{ $code }</b>: no reminders until { $day } ({ $name }). Reason: { $reason }
put-off-closed = There is nothing left to be reminded of.
button-chase = 🔔 Ask again
chase-card = 🔔 <b>{ $code }</b>: the resident asks how it is getting on ({ $state }).
chase-done = 🔔 Your question <b>{ $code }</b> was brought up with { $body }. Should there be no answer, you may ask again from { $day }.
chase-too-early = It is being worked on, the answer is due on { $due }. You may ask from { $day }.
chase-waits-for-you = The body is waiting for your reply. Please see the earlier message.
chase-closed = This one is done, there is nothing to ask for.
timeline-chased = { $time } · you asked how it is getting on
list-title = <b>{ $name }: { $count }</b>
list-none = { $name }: no questions.
list-page = Page { $number }/{ $pages }
list-line = { $mark } { $code } · { $category } · { $state } · { $text }
list-line-nominated = 🎙 { $code } · 👥 { $supporters } · 🔁 { $times } sessions · { $state } · { $text }
list-unknown = I do not know what to show. For example: <code>/open</code>, <code>/open overdue</code>, <code>/open due soon</code>, <code>/open interpellation</code>, <code>/open land</code>.
list-carried-over = Carried over from earlier sessions
list-line-carried-over = { $mark } { $code } · since { $since } · 🔁 { $times } sessions · { $state } · { $text }
list-waiting = Waiting for the resident
button-list-all = Open
button-list-overdue = Overdue
button-list-due-soon = Due soon
button-list-nominated = Interpellation
button-nominate = 🎙 Nominate for interpellation
button-withdraw-nomination = Withdraw the nomination
nominated = { $code } is a candidate for interpellation. The list: /dangmo interpellation
nomination-withdrawn = { $code } is no candidate for interpellation any more.
nominate-closed = This question can no longer be nominated.
card-nominated = 🎙 Candidate for interpellation
figures-title = 📊 <b>Figures</b> · { $of } · { $day }
figures-of-all = everything
figures-of-fields = the fields of { $body }
figures-totals =
    Received: <b>{ $received }</b> (without withdrawn and merged ones)
    Answered: <b>{ $answered }</b> · returned with guidance: <b>{ $returned }</b>
    Open: <b>{ $open }</b>, of these overdue: <b>{ $overdue }</b>, waiting for the resident: <b>{ $waiting }</b>
figures-answered-share = Answered: { $per_cent }% ({ $part }/{ $whole } received)
figures-settled-share = Resolved or explained: { $per_cent }% ({ $part }/{ $whole } answered)
figures-median = Half were answered within { $days } days (of { $count } answered)
figures-judged = Residents judged { $count } answers: { $each }
figures-reopened = Not satisfied, opened again: { $count }
figures-classes = <b>Results</b> ({ $count } answered)
figures-class = • { $name }: { $count }
figures-categories = <b>Fields</b> (received / answered)
figures-category = • { $name }: { $received } / { $answered }
button-board = 🏛 Supervision board
board-title = 🏛 <b>Supervision board</b> · { $day }
board-oldest = ⏳ <b>Open for longest</b> (in all: { $count })
board-repeated = 🔁 <b>Raised in two sessions or more</b>: { $count }
board-missed = 🤝 <b>Promised, and the day has passed</b>: { $count }
board-line = • { $code } · { $body } · since { $since } · { $text }
board-not-yours = The supervision board is for the standing body and the office.
only-in-groups = This command works in the groups of bodies and the office.
# ---- Working on a card: transfer, ask back, send up, set aside, extend, notes, topics of groups
button-transfer = ➡️ Transfer
button-ask-back = ❓ Ask back
button-return = 📮 Return
button-more-deeds = ⋯ More…
button-send-up = ⬆️ Send up
button-set-aside = 🗓 Set aside
button-extend = ⏳ Extend
button-notes = 🗒 Notes ({ $count })
button-go-on = ▶️ Go on without waiting
button-result-came = 📥 Result came
button-bring-back = ◀️ Take it back
button-work-again = ▶️ Work on it now
button-reply-asked = ✍️ Add, reply now
button-enter-reply = ☎️ Enter the reply
card-asked = ❓ { $name } asks: “{ $text }”
card-transfers-before = 🔀 Passed on { $count } times before
card-transferred = 🔀 Passed on: { $from } → { $to } (reason: { $reason })
card-extended = ⏳ Extended { $count } times (reason: { $reason })
card-set-aside-why = Reason: { $reason }
card-passed-on = ➡️ { $name } passed it on to <b>{ $body }</b> at { $time }. This card is a record only.
card-elsewhere = ➡️ <b>{ $body }</b> handles it now. This card is a record only.
card-older = 📌 The newest card of this question is elsewhere in the group. See it again: /question { $code }
meanwhile-author = The resident
meanwhile-nobody = The office
meanwhile = { $who } { $deed ->
        [claimed] claimed it
        [released] released it
        [forwarded] confirmed it for { $body }
        [transferred] passed it on to { $body }
        [asked] asked the resident back
        [replied] replied
        [resumed] went on with it
        [sent-up] sent it up
        [returned] returned it with guidance
        [set-aside] set it aside
        [brought-back] took it back
        [extended] extended it
        [answered] answered it
        [revised] changed the words
        [withdrawn] withdrew it
       *[changed] changed it
    } at { $time }. Please look at the card, and press again if needed.
prompt-too-late = Not recorded: { $why }
prompt-no-reason = Please give the reason (a few words at least).
prompt-no-day = Please add a day, for example 15/1/2027.
choose-body-title = ➡️ <b>To which body?</b>
transfer-ask-reason = ➡️ <b>{ $code }</b> goes to <b>{ $body }</b>. Please reply to this message with the <b>reason</b>. It stands on the card only; the resident is told who has the question and when it is due.
transfer-gone = <b>{ $code }</b> was not passed on: it cannot go to <b>{ $body }</b> any more. Please press “Transfer” on the card and choose again.
transfer-done = ➡️ <b>{ $code }</b>: passed on to <b>{ $body }</b>. The resident has been told.
transferred-author = ➡️ Your question <b>{ $code }</b> is now with <b>{ $body }</b>, which settles such matters. You need not send it again. An answer is due by <b>{ $due }</b>.
ask-back-prompt = ❓ <b>{ $code }</b>: please reply to this message with <b>what you want to ask the resident</b>. It is sent to them as it is, at once; the clock stops until they reply.
ask-back-too-short = Please ask more clearly, so that the resident knows what to reply.
ask-back-done = ⏸ <b>{ $code }</b>: the resident was asked “{ $text }”. The clock has stopped; the reply will come under the card.
ask-back-phone = ☎️ <b>{ $code }</b>: { $body } wants to ask the sender, who does not use Telegram. Please phone them and ask: “{ $text }”, then press the button below.
enter-reply-prompt = ☎️ <b>{ $code }</b>: please reply to this message with what the resident said.
asked-back-head = ❓ <b>{ $body }</b> needs to know more about your question <b>{ $code }</b>:
asked-back-asked = <b>{ $text }</b>
asked-back-how = Write your reply here, or reply to this message; photos are fine too. The clock stands still while we wait for you.
asked-back-thanks = ✅ Your reply about <b>{ $code }</b> was passed to { $body }. The clock runs on; an answer is due by <b>{ $due }</b>.
ask-back-replied = 💬 <b>{ $code }</b>: the resident replied to { $who } (asked: “{ $asked }”). Now due: <b>{ $due }</b>
ask-back-replied-files = The resident replied with the files above.
ask-back-silent = ⏸ <b>{ $code }</b>: no reply from the resident for { $days } days. You can wait on, or work with what there is.
ask-back-went-on = ▶️ <b>{ $code }</b>: going on without waiting. Due: <b>{ $due }</b>
send-up-prompt = ⬆️ <b>{ $code }</b>: please reply to this message with <b>receiver; document number; date</b>. Example: Sở Xây dựng; 12/VP-HĐND; 30/9/2026
send-up-incomplete = Please give all three parts with semicolons between them: receiver; document number; date.
send-up-no-number = The second part is no document number. Example: 12/VP-HĐND
send-up-day-to-come = The document's date is still to come. Please give the day it was signed.
send-up-result = 📥 <b>{ $code }</b>: please reply to this message with the higher level's result. You will see a preview before it is sent to the resident.
sent-up-author = ⬆️ Your question <b>{ $code }</b> is for a higher level to decide. { $body } sent it to <b>{ $to }</b> with document no. { $number } of { $day }, and follows it until the result comes. You need not send it again.
set-aside-prompt = 🗓 <b>{ $code }</b>: please reply to this message with <b>reason; day</b>. Example: Waiting for the 2027 budget; 15/1/2027. The resident is told both.
set-aside-author = 🗓 Your question <b>{ $code }</b> is set aside until <b>{ $day }</b>. Reason: { $reason }. Answer due: { $due }. { $body } will look at it again that day; you need not remind anybody.
brought-back-author = ▶️ { $body } works on your question <b>{ $code }</b> again. Answer due: <b>{ $due }</b>.
due-moved-author = 📅 Question <b>{ $code }</b> with { $body }: the day due has changed from { $before } to <b>{ $due }</b>.
set-aside-back = 🗓 <b>{ $code }</b>: its day has come. Please go on with it; due: <b>{ $due }</b>
extend-prompt = ⏳ <b>{ $code }</b> (due now: { $due }): please reply to this message with <b>reason; new day</b>. Example: Waiting for the drainage survey; 15/1/2027. The resident is told both.
extended-author = ⏳ { $body } needs more time for your question <b>{ $code }</b>. Reason: { $reason }. New due date: <b>{ $due }</b>.
notes-none = 🗒 <b>{ $code }</b>: no internal notes yet. Reply to the card and press “Internal note” to add one.
notes-title = 🗒 <b>{ $code }</b> · Internal notes: { $count } (the resident does not see them). Add one: reply to the card and press “Internal note”.
notes-item = <b>{ $name }</b> · { $time }
    { $text }
timeline-transferred = { $time } · passed on to { $body }
timeline-asked-back = { $time } · you were asked for details; the clock stopped
timeline-replied = { $time } · you replied; the clock runs on
timeline-wait-ended = { $time } · work goes on; the clock runs on
timeline-sent-up = { $time } · sent to a higher level, followed until the result comes
timeline-set-aside = { $time } · set aside until { $day }
timeline-brought-back = { $time } · being worked on again
timeline-extended = { $time } · extended until { $day }
rights-lacking = ⚠️ To work fully in this group the bot lacks rights. Please open Group info › Administrators › the bot, and switch on:
rights-topics = • <b>Manage topics</b>: so that every field has a topic of its own. Cards are in the general topic for now.
rights-pin = • <b>Pin messages</b>: to pin the triage counter, or the supervision board of the standing body.
rights-complete = ✅ The bot has all the rights it needs in this group.
## Answers: preview, result, points, approval

reply-preview-head =
    <b>Preview · { $code }</b>
    <blockquote expandable>{ $text }</blockquote>
reply-preview-files = 📎 Files enclosed: { $count }
reply-preview-ask = { $author }: send this to the resident, or keep it as an internal note?
reply-choose-class = Choose the outcome:
reply-album-full = The answer has { $limit } files already, which is the limit. The file was not added.
reply-cannot-go = This kind of message cannot go to a resident. Please answer with text, photos, files, voice or video.
reply-as-channel = This was sent in the name of a channel, so nobody can tell who wrote it, and it does not count. Please choose your own name and send it again.
button-send-anyway-answer = 📨 Send to resident (anyway)
button-open-classes = Outcome: { $class } (change)
button-point-covered = ✅ Point { $number } is answered
button-point-left-out = ⏭ Leave out point { $number }
button-point-is-covered = ✅ Point { $number }: answered (change)
button-point-is-left-out = ⏭ Point { $number }: left out (change)
button-take-day = 📅 By { $day }: yes
button-type-day = 📅 Type a date
button-type-document = 📄 Type the document
button-type-obstacle = ✏️ Type the obstacle
warn-points = ⚠️ The question has several points; no answer seen to point: { $points }. Please add it (numbered like the question), or press the button of the point.
warn-no-day = ⚠️ This outcome needs a date.
warn-no-until = ⚠️ This outcome needs the day on which it is looked at again.
warn-no-document = ⚠️ This outcome needs number and date of a document.
warn-no-obstacle = ⚠️ This outcome needs to say what it is blocked by.
warn-only-files = ⚠️ Files only, no words: some people cannot open them. Better add a sentence.
warn-too-short = ⚠️ The answer is shorter than a sentence.
warn-boilerplate = ⚠️ The answer is still general: who does what by when?
warn-nothing-to-check = ⚠️ There is no date, agency or number the resident could follow up.
warn-unfilled = ⚠️ A field in [ ] is not filled in.
fact-roadmap = By: <b>{ $day }</b>
fact-expected = Expected by: <b>{ $day }</b>
fact-until = To be looked at again on: <b>{ $day }</b>
fact-document = Document: <b>{ $number }</b>, dated { $day }
fact-obstacle = Blocked by: { $obstacle }
ask-day = <b>{ $code }</b>: “{ $class }” – by when? Please reply to this message with a date, e.g. 30/9/2027.
ask-until = <b>{ $code }</b>: “{ $class }” – until when? Please reply to this message with a date, e.g. 30/9/2027.
ask-document = <b>{ $code }</b>: “{ $class }” – which document, of which date? E.g. 12/UBND-KT of 20/11/2026.
ask-obstacle = <b>{ $code }</b>: “{ $class }” – what is it blocked by? One sentence is enough.
unreadable-day = I see no date in that. Please write it like 30/9/2027.
unreadable-document = I need both number and date of the document (not in the future). E.g. 12/UBND-KT of 20/11/2026.
unreadable-obstacle = Please say what it is blocked by; one sentence is enough.
refuse-points-open = Point { $points } has no answer yet. Please add it, or press “Leave out”.
refuse-day-gone = This date cannot be used any more. Please type another one.
answer-in-files = (See the enclosed files.)
answer-files = 📎 Files in the next message: { $count }
answer-before-after = 📷 In the next message: the first photo is the one you sent, the others were taken afterwards.
answer-corrected = ✏️ <i>Corrected on { $day }.</i>
approval-waiting = ⏳ <b>{ $code }</b>: the answer by { $author } waits for approval. The resident does not have it yet.
approval-request = 📝 <b>{ $code }</b>: the answer by { $author } waits for approval.
approval-by-head = To approve: { $names }
approval-by-another = The body has no head in the system yet: another member (not the author) approves.
approval-approved = ✅ <b>{ $code }</b>: { $head } has approved the answer by { $author }.
approval-sent-back = ↩️ <b>{ $code }</b>: { $head } has sent the answer by { $author } back to be changed.
approval-taken-back = ↩️ <b>{ $code }</b>: { $author } is working on the answer again; no approval needed yet.
approval-too-late = <b>{ $code }</b>: this cannot be approved any more.
approval-change-this = <b>{ $code }</b>: { $head } asks for a change of the answer:
approval-change-hint = Please edit the message you wrote, then press “Send to resident” in the preview below.
approval-reason = <b>{ $code }</b>: what should be changed? Please reply to this message.
button-approve = ✅ Approve
button-send-back = ↩️ Send back
button-take-back = ✏️ Take back to change
refuse-not-head = Only the head (or an administrator) can approve.
refuse-own-approval = Authors cannot approve their own answers. Somebody else has to.
card-approved = Approved by { $name }
card-corrected = ✏️ Corrected at { $time }
card-promised = 📅 Promised to the resident: <b>{ $day }</b>

## Corrections

button-correct = ✏️ Correct
button-send-correction = 📨 Send correction
button-refuse-correction = ✖ Do not approve
correction-prompt = <b>{ $code }</b>: please write the whole correct answer in reply to this message.
correction-preview = <b>Correction of { $code }</b>: change the answer that the resident has?
correction-request = 📝 <b>{ $code }</b>: a correction by { $author } waits for approval.
correction-before = Before:
correction-after = After:
correction-sent = ✏️ <b>{ $code }</b>: { $author } has corrected the answer. The old words are kept.
correction-dropped = <b>{ $code }</b>: no correction.
correction-refused = <b>{ $code }</b>: { $head } did not approve the correction.
correction-waiting = ⏳ <b>{ $code }</b>: the correction waits for approval.
correction-notice = ✏️ The answer to question <b>{ $code }</b> above has been corrected. Please read it again.
correction-part-gone = ✏️ <i>This part was removed by a correction.</i>
refuse-same-words = The words have not changed.
refuse-not-sent = This answer is not the current one any more, so it cannot be corrected.
timeline-corrected = { $time } · the answer was corrected

## Templates

button-templates = 📄 Templates
button-keep-template = 📄 Keep as template
button-remove-template = 🗑 Remove
template-choose = <b>{ $code }</b>: choose a template. Words in [ ] are to be filled in.
template-fill-in = <b>{ $code }</b>: tap the template to copy it, fill in the words in [ ], and reply to this message. There is a preview before anything is sent.
template-usage = Please reply to a card with /mau, or type /mau CODE.
template-kept = Kept as a template. Dates, numbers and documents became fields.
template-not-kept = This template exists already, or the body has { $limit } templates. Remove an old one and try again.
template-removed = The template is removed.
template-field-day = date
template-field-number = number
template-field-document = document number
template-done = Resolved
template-done-text = What you reported has been resolved. [Agency] [what was done] on [date]. If anything is left, please tell us here.
template-planned = Planned, with a date
template-planned-text = [Agency] has put this into its plan: work begins on [start date] and will be finished before [end date]. Funded by: [funding].
template-in-progress = In progress
template-in-progress-text = [Agency] is working on it: [what was done] is done, [what is left] is left. Expected to be finished on [end date].
template-blocked = Not yet, blocked
template-blocked-text = This cannot be done now because of [reason]. [Agency] will [next step] and report back to you before [date].
template-sent-up = Sent up
template-sent-up-text = This is for [agency] to decide. We have passed it on with document [document number] of [date]. You will be told here when there is a result.
menu-templates = Templates of answers

## Residents judge

survey =
    <b>Is the answer to { $code } satisfactory?</b>
    <blockquote>{ $question }</blockquote>
    Please press one button. We ask once; you can change it for 7 days.
survey-promise =
    <b>{ $code }: what do you think of what was promised?</b>
    <blockquote>{ $question }</blockquote>
    Please press one button; you can change it for 7 days.
verdict-satisfied = 👍 Satisfactory
verdict-partly = 🤏 Partly
verdict-not = 👎 Not satisfactory
verdict-unseen = 👀 Not done yet
judged = Your judgement of { $code } is noted: <b>{ $verdict }</b>. Thank you.
judged-toast = Noted: { $verdict }. Thank you.
judge-not-yet-due = This is promised for { $day }. I will ask you again on that day.
judge-why-toast = Noted. Please tell us why.
judge-why = <b>{ $code }</b>: please write one sentence why you do not agree. With it, the question is opened again and goes back to those who answered.
judge-why-longer = Please say a little more: what is wrong, what is missing? (one sentence is enough)
judge-exhausted = This question has been opened again twice and cannot be opened again. Your judgement is noted and counted all the same. You can turn to:
judge-reception = Citizen reception: { $reception }
judge-comment-ask = Please write what you have to add about the answer to { $code }:
judge-comment-thanks = Thank you. Your comment has been passed on to those who answered.
refuse-not-asked = This button is not for you.
refuse-judged-late = The time to judge this answer is over. If the matter is still not settled, please send a new question.
refuse-reopened = This question is open again; please wait for the new answer.
button-comment = 💬 Add a comment
button-judge-again = Change
reopened =
    Question <b>{ $code }</b> is open again and with <b>{ $body }</b>.
    New due date: <b>{ $due }</b>.
card-objection = 🔁 <b>{ $code }</b>: the resident does not agree ({ $initials }, time { $times })
card-objection-next = The question is open again. With: <b>{ $body }</b>. Due date: <b>{ $due }</b>
card-went-up = 🔁 The resident does not agree (time { $times }): the question went to <b>{ $body }</b>.
card-earlier-answer = <b>{ $code }</b>: the earlier answer, by { $name }
card-comment = 💬 <b>{ $code }</b>: comment of the resident ({ $initials }) – { $verdict }
card-still-not-content = ⚠️ <b>{ $code }</b>: the resident ({ $initials }) still says “{ $verdict }”. The question was opened again as often as possible; the resident was pointed to the office and to citizen reception.
card-reopened = 🔁 The resident does not agree, opened again: { $times }
card-judged = The resident ({ $initials }) says: <b>{ $verdict }</b>
card-judged-supporters = Supporters: { $satisfied }/{ $count } are satisfied
timeline-reopened = { $time } · you did not agree, the question was opened again at { $body }

## Promises due

promise-due = ⏰ <b>{ $code }</b>: today ({ $day }) is the day promised to the resident. Is it done? Without a word from you, the resident will be asked tomorrow.
promise-due-no-group = ⏰ <b>{ $code }</b>: the promised day ({ $day }) has come, but <b>{ $body }</b> has no group.
button-promise-kept = ✅ Done
button-postpone = 📅 Postpone
promise-ask-report = <b>{ $code }</b>: please report briefly what was done, in reply to this message, in words or with a photo. The resident will get it.
promise-ask-postpone = <b>{ $code }</b>: why, and until when? E.g.: waiting for funds, done by 30/3/2027. The resident will get it.
promise-no-reason = Please write both the reason and the new date in one message.
promise-report =
    <b>What was promised – { $code }</b>
    <blockquote>{ $question }</blockquote>
    <b>{ $body }</b> reports that what was promised for { $day } is done:

    { $report }
promise-postponed =
    <b>Postponed – { $code }</b>
    <blockquote>{ $question }</blockquote>
    <b>{ $body }</b> had promised it for { $day } and now asks for time until <b>{ $to }</b>:

    { $reason }
promise-kept-mark = ✅ <b>{ $code }</b>: { $name } reports that what was promised is done. The resident has been told.
promise-postponed-mark = 📅 <b>{ $code }</b>: { $name } postpones it to { $day }. The resident has been told.
refuse-promise-closed = This was reported already.
timeline-promise-kept = { $time } · what was promised is reported as done
timeline-promise-postponed = { $time } · what was promised was postponed to { $day }

### Casework: what was written in the group is done
sent-up-done = ⬆️ <b>{ $code }</b>: passed on to <b>{ $to }</b> by document { $number } of { $day }. { $body } follows it until there is a result.
set-aside-done = 🗓 <b>{ $code }</b>: set aside until <b>{ $day }</b>. On that day I will say so here.
extended-done = ⏳ <b>{ $code }</b>: extended to <b>{ $due }</b>.

## Reserved seats

button-reserve = 🪑 Reserved seats ({ $free } left)
plan-reserved = Reserved seats given out: <b>{ $given }</b>/{ $of }
reserve-head = 🪑 <b>Reserved seats { $code }</b> · { $seats } in all, <b>{ $free }</b> left
reserve-seated = 🪑 { $name } · { $size } people · ticket { $ticket }
reserve-waiting = ⏳ Waiting, no. { $place }: { $name } · { $size } people
reserve-nobody = Nobody has one yet, and nobody waits for a seat.
reserve-ask-guests = Meeting { $code }: please type the names of invited guests without Telegram, one a line. For companions add their number, such as <code>Mrs Trần Thị Lý +2</code>.
reserve-no-name = There is no name in the line “{ $line }”. Please type them again, one a line, such as <code>Mrs Trần Thị Lý +2</code>.
reserve-name-too-long = A name has at most { $most } signs. Please type them again, one a line.
reserve-too-many = { $name }: at most { $most } companions. Please type them again.
reserve-left = Only { $free } reserved seats are left. For more, edit the line “Reserved” of the meeting.
reserve-not-waiting = This person is not on the waiting list any more.
reserve-given-to-you = ✅ The office has given you a reserved seat. The ticket is in the next message.
reserve-given-back = 🪑 { $seats } reserved seats of meeting { $code } were given back, { $free } are left.
reserve-guests-to-tell = ☎️ { $count } invited guests have no Telegram, the bot cannot tell them. Please tell: { $names }.
reserve-and-more = { $names } and { $more } more
button-reserve-give = 🪑 Seat: { $place }. { $name } ({ $size })
button-reserve-back = ↩️ Free: { $name }
button-reserve-guests = ➕ Guests by name
button-back-to-meeting = ⬅️ Meeting
ticket-reserved = 🪑 Reserved seat
refuse-only-by-clerk = You have a reserved seat: for more companions, please ask the office.

## Ready-made words and days under a question to staff
button-ask-where = 📍 Where?
say-ask-where = Where is it (village, lane, near whose house)?
button-ask-since = 🕒 Since when?
say-ask-since = Since when, and is it still so?
button-ask-photo = 📷 A photo
say-ask-photo = Could you send a photo of how it looks now?
button-why-competent = They are competent
say-why-competent = { $body } is competent for this matter.
button-why-place = It is in their area
say-why-place = The place lies in the area of { $body }.
button-why-knowledge = It needs their knowledge
say-why-knowledge = { $body } has to answer what needs their knowledge.
button-why-checking = More checking
say-why-checking = It takes more time to check on the spot.
button-why-others = Waiting for others
say-why-others = The opinion of the agency concerned is awaited.
button-why-money = Waiting for funds
say-why-money = Funds are awaited.
button-why-plan = Waiting for a plan
say-why-plan = The plan or project has to be approved first.
button-why-above = Waiting for a higher level
say-why-above = The opinion of the higher level is awaited.
button-day-plus = +{ $days } days: { $day }
button-day-month = End of month: { $day }
button-day-year = End of year: { $day }
prompt-how = ↩️ Please reply to this message.
prompt-left = Left.
prompt-not-yours = Only whoever was asked can press this button.

## What was done before a question was passed on
before-head = 📂 <b>{ $code }</b>: before it came here
before-answer = 💬 <b>{ $who }</b> answered at { $time }: { $text }
before-objection = 👎 The resident was not content: { $text }
before-asked = ❓ <b>{ $who }</b> asked back at { $time }: { $text }
before-note = 🗒 Note of <b>{ $who }</b> at { $time }: { $text }

## Linking a group anew
relink-ask = ⚠️ This is the group of <b>{ $was }</b>. If it becomes the group of <b>{ $body }</b>, { $count } open questions of <b>{ $was }</b> have no group to be answered in until another is linked. Change it?
relink-ask-other-group = ⚠️ <b>{ $body }</b> has another group. If you change it, questions come here and that group can no longer answer. Change it?
button-relink = ⚠️ Yes, change to { $body }
relink-left = It stays as it was.
relink-was-of = This is no longer the group of <b>{ $was }</b>. { $count } open questions of <b>{ $was }</b> wait until /link { $was_code } is typed in a new group.
relink-has-another = This is no longer the group of <b>{ $body }</b>: an administrator linked another one. Cards here can no longer be answered.
relink-office = ⚠️ The group of <b>{ $was }</b> has just been linked to <b>{ $body }</b>. <b>{ $was }</b> has no group; { $count } open questions wait: type /link { $was_code } in a new group.
relink-office-other-group = ⚠️ <b>{ $body }</b> has just been linked to another group.

## Entering for somebody: why nothing was written down
enter-phone-too-few = Not a phone number yet: only { $count } digits, it takes 10. Example: 0912 345 678. If there is none, press “Skip”.
enter-phone-too-many = Not a phone number: { $count } digits, it takes 10. If there is none, press “Skip”.
enter-areas-many = Several places are called so. Press a name in the list, or type more of it.
enter-unclear = Not understood, nothing was written down. Please press a button below.
enter-known-text = The words are written down: <i>{ $text }</i>

## The office's doors in a private chat
home-triage = 🗂 Sort
home-enter = ✍️ Enter
home-figures = 📊 Figures
home-plan = 🏛 Meetings (office)
home-check-in = 🎫 Check in
help-clerk =
    <b>The office's work</b>
    /triage – sort new questions · /enter – enter for somebody who came in person
    /newmeeting – make, change, publish a meeting · /checkin – check in
    /stats – figures · /roles – roles · /audit – audit log · /trouble – what is stuck
    /publish – make answers public · /broadcast – announce something to residents
    /consult – ask residents about a draft
    /survey – site round · /callback – call residents back · /report – papers
    The buttons of the keyboard open the same.
figures-doors = <b>Shown another door</b>: { $count } (sent as a petition all the same: { $overruled })
figures-door-name = { $kind ->
        [complaint] complaint
        [denunciation] denunciation
        [crime_report] crime report
        [emergency] emergency
       *[other] other
    }
figures-levels = <b>By level of competence</b>
menu-enter = Enter for somebody who came in person

## A meeting planned step by step
plan-begin = <b>A new meeting.</b> Copy one that was, or press an area. Day, hour and place come next; residents see nothing until it is published.
button-meeting-like = 📄 Like { $code }: { $place }
button-meeting-form = 📝 Fill in the form
button-meeting-day = 📅 { $day }
button-meeting-hour = 🕗 { $time }
button-draft-place = 📍 { $place }
button-no-place-yet = 📍 Choose the place
button-type-instead = ⌨️ Type
plan-choose-day = Meeting <b>{ $code }</b>: which day?
plan-choose-hour = Meeting <b>{ $code }</b> on { $day }: at what time?
plan-choose-place = Meeting <b>{ $code }</b>: where?
## What is stored about somebody, and how it ends

button-own-data = 🔒 My data
button-my-data = 📄 See everything about me
button-withdraw-consent = ✋ Withdraw my consent
button-withdraw-consent-now = ✋ Yes, withdraw it
button-erase = 🗑 Erase my data
button-erase-all = 🗑 Erase all, also the words
button-erase-but-matter = 🗑 Erase, leave nameless words
button-erasure-take-back = ↩️ Undo, do not erase
button-privacy-back = ◀ Back
button-ask-office = ✉️ Ask the office something else
consent-none = You have agreed to nothing, or withdrew it.
consent-ask-withdrawal =
    <b>Withdraw the consent</b>
    From then on I take no questions, send no reminders and no news; meetings and search still work. What you are writing is removed at once.
    Questions that were sent are still answered. To remove what is stored, choose “{ button-erase }”.
consent-withdrawn = ✋ Your consent is withdrawn. Meetings and published answers stay open to you. When you want to ask, I will ask you again.
privacy-choices =
    <b>Your data</b>
    You can see everything that is stored, withdraw your consent, or erase. Name, area and phone are corrected in /caidat.
privacy-role = You also hold a role here: what you did for the Council (answers, transfers, notes) is official and not erased this way.
erasure-ask =
    <b>Erase my data</b>
    <b>Goes:</b> name, phone, areas, words of questions and additions, photos and files (their ids), drafts, searches, what you follow, comments.
    <b>Stays, without you:</b> statistics; questions answered in public (the covered copy); code, category and area of a question, so that the Council can go on.
    Messages in this chat are yours; I do not remove them.

    Questions not answered yet: erase their words too, or leave them, covered, for the delegates.
    It is done after { $days } days and can be undone until then. Your consent ends now.
erasure-pending =
    🗑 Your data will be erased at <b>{ $time }</b>.
    It can be undone until then, not after.
erasure-none = No erasure is waiting.
erasure-taken-back = ↩️ Undone: your data is kept. When needed, I will ask for your consent again.
erasure-ended-by-consent = ↩️ You have just agreed again, so the erasure is called off. To erase, type /erase.
erasure-done = 🗑 Your data is erased. Thank you for taking part. Messages in this chat you can remove on your phone.

my-data-head = 📄 <b>Data about you</b>, { $time }: { $rows } entries of { $tables } kinds. The <code>.html</code> file is to read, the <code>.json</code> file is for machines.
my-data-line = • { $table }: { $count }
my-data-nothing = I store nothing about you.
my-data-page-file = To read: open it in a browser.
my-data-json-file = The same as JSON.
my-data-title = Data about me
my-data-paper-title = Data about whoever asked { $code }
my-data-made = Made at { $time }, in the Council's time zone.
my-data-empty = (empty)
my-data-table =
    { $table ->
        [resident] Profile
        [resident_area] Other areas
        [muted_topic] Muted topics
        [meeting_follower] Following new meetings
        [consent] Decisions about consent
        [consent_text] Consent texts
        [conversation] What is going on
        [draft] Draft
        [waiting_point] Points that wait
        [held_text] Held words
        [source_message] Messages that became questions
        [attachment] Photos, files, places
        [question] Questions
        [exchanged] Questions passed to other councils
        [exchange_result] Results from other councils
        [revision] Words before a change
        [addition] Additions
        [ask_back] Asked back
        [answer] Answers received
        [correction] Corrections
        [promise] Promised days
        [guidance] Guidance
        [public_text] Public, covered copy
        [consultation_voice] Rounds on drafts I took part in
        [stance] What I made of drafts
        [statement] Statements I proposed
        [live_question] Questions I sent during meetings
        [live_support] Such questions of others that I support
        [association] Associations I speak for
        [subject_follower] Fields of whose meetings I hear
        [support] Supported questions
        [survey] Judgements of answers
        [registration] Meeting registrations
        [speaker] Speaking at meetings
        [opinion] Spoken opinions
        [entered_for] For whom it was entered
        [slip_try] Wrong slip codes
        [search] Latest search
        [resolution] Said to be done
        [resolution_media] Photos of what was done
        [resolution_check] Asked whether it is done
        [reading] Being looked up
        [erasure] Waiting erasure
        [data_request] Requests about data
        [event] Log
        [role_grant] Roles
        [duty] Acting for bodies
        [invitation] Invitations
        [discarded_draft] Discarded draft
        [shown] Marks of messages shown
        [ban] Bans
        [member] Membership in groups
        [outbox] Messages being sent
        [inbox] Messages received
        [sent_message] Numbers of messages sent
       *[other] { $table }
    }
my-data-column =
    { $column ->
        [user_id] Telegram number
        [display_name] Display name
        [name_chosen] Name chosen here
        [language] Language
        [language_chosen] Language chosen
        [area_code] Area
        [area_role] Relation
        [role] Relation, role
        [wants_plain_words] Plain words
        [phone] Phone
        [phone_given_at] Phone given
        [consent_version] Consent version
        [consented_at] Agreed
        [refused_at] Refused
        [blocked_at] Blocked the bot
        [created_at] First seen
        [updated_at] Changed
        [version] Version
        [decision] Decision
        [message_id] Message number
        [decided_at] When
        [text_hash] Hash of the text
        [hash] Hash of the text
        [text] Words
        [words] Words
        [code] Code
        [kind] Kind
        [source] Channel
        [state] State
        [category_code] Category
        [body_code] Body
        [received_at] Received
        [forwarded_at] Forwarded
        [due_on] Due
        [answered_at] Answered
        [withdrawn_at] Withdrawn
        [author_initials] Initials
        [media] File
        [added_at] Added
        [replaced_at] Changed
        [result_class] Result
        [delivered_at] Delivered
        [verdict] Judgement
        [comment] Comment
        [judged_at] Judged
        [asked_at] Asked
        [meeting_code] Meeting
        [ticket] Ticket
        [size] People
        [standing] Seat
        [topic] Topic
        [registered_at] Registered
        [arrived_at] Arrived
        [supported_at] When
        [name] Name
        [reason] Reason
        [outcome] Outcome
        [at] When
        [sent_at] Sent
        [searched_at] When
        [says] You said
        [said] What was said
        [said_at] Said at
        [due_at] Due
       *[other] { $column }
    }

request-of-resident =
    <b>Requests about personal data</b>
    Seeing and erasing the bot does by itself. Anything else the office answers within { $days } working days.
request-mine = #{ $number } · { $kind } · due { $due }
request-kind =
    { $kind ->
        [export] See data
        [correction] Correct data
        [erasure] Erase data
        [restriction] Restrict or object
       *[other] Something else
    }
request-outcome =
    { $outcome ->
        [done] done
        [refused] refused
       *[taken_back] taken back
    }
request-proof-name =
    { $proof ->
        [telegram] their Telegram account
        [slip] the slip code
       *[desk] seen at the desk
    }
button-request-drop = ↩️ Drop request #{ $number }
request-ask-words = <b>{ $kind }</b>: please write what you want in your next message. Only the office reads it. Please send no numbers of identity papers.
request-too-many = You have several open requests. Please wait for the office.
request-kept = ✉️ Request <b>#{ $number }</b> went to the office. Answer due: <b>{ $due }</b>.
request-taken-back = Taken back
request-news = ✉️ Request about personal data <b>#{ $number }</b> · { $kind } · due <b>{ $due }</b>. To see and settle it: /requests to the bot in private.
request-outcome-told = ✉️ Your request <b>#{ $number }</b> about your data: <b>{ $outcome }</b>.
request-queue = ✉️ <b>Requests about personal data</b>: { $count } open
request-overdue = 🔴 Overdue: { $count }
request-queue-hint = Somebody without Telegram: type <code>/requests QUESTION-CODE SLIP-CODE</code>, or only the question's code when they are at the desk.
request-closed-line = ✅ #{ $number } · { $kind } · { $outcome } · { $time }
button-request = #{ $number } · { $kind } · { $due }
request-ask-proof = { $code }: who is it? With a slip type <code>/requests { $code } SLIP-CODE</code>. At the desk look at a paper (no photo, no number), then press.
button-request-desk = 🪪 Seen at the desk
request-no-paper = No question entered for somebody has this code. With Telegram people type /mydata or /erase themselves.
request-wrong-slip = The slip code is wrong, or was tried too often today.
request-is-overdue = 🔴 <b>Overdue</b>
request-head = ✉️ <b>Request #{ $number }</b> · { $kind }
request-who = By: { $name }
request-nameless = no name
request-proof = Proved by: { $proof }
request-when = Received { $asked } · due <b>{ $due }</b>
request-question = Question: { $code }
request-end = Outcome: <b>{ $outcome }</b>, { $time }, { $by }
request-closed-already = This request is settled, or gone.
button-request-hand-over = 📄 Copy of the data to print
button-request-forget = 🗑 Erase this person's data
button-request-forget-now = 🗑 Erase now
request-ask-forget = Erase name, phone and words of this person now? Code, category, area and a public answer stay. It cannot be undone.
button-request-done = ✅ Settled
button-request-refuse = 🚫 Refuse
button-request-paper = 🧾 Paper for the file
button-request-queue = ◀ List
request-ask-done = Request #{ $number }: please write what was done. Whoever asked reads it.
request-ask-refused = Request #{ $number }: please write why, and on what ground. Whoever asked reads it.
request-reminder = ⏰ <b>Requests about personal data</b> that are due: { $count } (overdue: { $overdue }). In private: /requests.
request-paper-file = Paper for the file, request #{ $number }.
request-paper-title = SETTLEMENT OF A REQUEST ABOUT PERSONAL DATA
request-paper-said = What was asked:
request-paper-made = Made at { $time } from the bot's log.
request-paper-signed = Made by (signature, name):
menu-my-data = Data about me
menu-erase = Erase data, withdraw consent
menu-requests = Requests about personal data
audit-subject =
    { $subject ->
        [all] Everything
        [looks] 👁 Looks at personal data
        [privacy] 🔒 Personal data
        [rights] 🗝 Roles, groups
        [questions] ❓ Questions
       *[meetings] 📅 Meetings
    }
audit-file = Log: the newest { $count } lines, { $about }. The last column ties each line to the one before.
button-audit-file = 📄 Download
words-removed = { $code }: the words here were removed, as their author asked.
button-copy-document = 📋 Copy the document number

## Answered and resolved are two things

card-resolved = 🟢 <b>Resolved</b> on { $day } · { $name }
card-denied = 🔴 <b>A resident says it is not done</b> ({ $day }) · to be done by { $due }
card-not-shown = 🟡 Answered as done, but nothing shows it yet (a photo, or number and date of a document)
card-not-resolved = 🟡 Answered, not resolved yet
button-say-done = 🏁 Resolved
ask-evidence = <b>{ $code }</b>: please reply to this message with a <b>photo</b> of what was done, or <b>number and date of a document</b> (e.g. 12/BB-UBND, 20/11/2026), and a few words. The resident will get it.
no-evidence = I see neither a photo nor number and date of a document. One of them is needed to write it down as resolved.
resolved-mark = 🟢 <b>{ $code }</b>: { $name } confirms that it is resolved. The resident has been told; in { $days } days I will ask the resident.
resolved-not-shown = 🟡 <b>{ $code }</b>: said to be done, but nothing shows it, so it does not count as resolved yet. Please send a photo, or number and date of a document.
resolved-report =
    🟢 <b>Resolved – { $code }</b>
    <i>{ $question }</i>
    <b>{ $body }</b> reports that it is done:
resolved-report-check = In { $days } days I will ask you whether it really is.
resolved-check =
    <b>{ $code }: is it done?</b>
    <i>{ $question }</i>
    On { $day }, { $body } reported that it is resolved. Please look and press one button.
button-is-done = ✅ Yes, it is done
button-is-not-done = ❌ Not done
resolved-toast = Noted. Thank you.
resolved-confirmed = ✅ <b>{ $code }</b>: you confirm that it is done. Thank you. Should it turn out otherwise, press the button below.
resolved-denied-noted = 🔴 <b>{ $code }</b>: noted as not done. { $body } has to do it by { $due }. The answer stays.
resolved-denied-again = <b>{ $code }</b>: noted as not done. Thank you.
resolved-ask-missing = <b>{ $code }</b>: please send a <b>photo</b>, or a few words on what is missing. You need not: /cancel.
resolved-denied = 🔴 A resident looked and says that it is <b>not done</b>. The answer stays; it is to be done by <b>{ $due }</b>.
resolved-missing = 🔴 <b>{ $code }</b>: what is missing, says the resident:
refuse-already-resolved = This was confirmed as resolved at { $time }.
standing-of-redo = not done, says a resident, { $state }
digest-denied = 🔴 Not done, say residents: <b>{ $count }</b>
timeline-resolved = { $time } · confirmed as resolved
timeline-denied = { $time } · a resident says it is not done; to be done by { $day }
state-resolved = 🟢 Resolved on { $day }.
state-denied = 🔴 Not done, says a resident; to be done by { $day }.
mine-state-resolved = 🟢 resolved
mine-state-denied = 🔴 not done, to be done by { $day }
warn-no-evidence = ⚠️ Nothing shows it yet: please reply to this message with a photo, or type the document. It can be sent, but does not count as resolved.

## The paper of an answer

class-in-full = { $class } – { $subclass }
subclass = { $subclass ->
    [legislated] a regulation was made or changed
    [inspected] inspected
    [carried_out] carried out
    [roadmap] with a roadmap
    [submitted] submitted to the competent level
    [no_roadmap] without a roadmap
    [no_means] no means yet
    [not_now] not possible at once
    [higher_text] depends on rules of a higher level
    [next_session] left to the next session
   *[other] another reason
 }
record-document-signed = Document: no. { $number } of { $day }, signed by { $name }
record-signer = Signed by: { $name }
button-type-record = 📄 Document
ask-record = <b>{ $code }</b>: which document, of which day, signed by whom? One line will do. E.g.: 12/UBND-KT, 20/11/2026, signed Nguyễn Văn An.

## One level up: residents who are not content, the council's verdict

appeal-title = ⚖️ <b>A resident is not content</b> with the answer of { $body }
appeal-answered = <b>Answered</b> ({ $class }):
appeal-said = <b>The resident says</b>:
appeal-hint = Look again at any time: /question { $code }. The council's verdict, please:
appeal-looks = { $body } looks at it, too.
watched-by = With: <b>{ $body }</b>
assess-mark = { $mark ->
    [close] Close it
    [follow] Follow at the next session
    [on_schedule] On schedule
   *[late] Late
 }
assessed-toast = The verdict is noted.
card-assessed = ⚖️ { $body }: <b>{ $said }</b>

## Enough supporters oblige

obliged-beforehand = { $within ->
    [area] 👥 Once { $count } people of the area support it (now from everywhere: { $now }), it has to be answered point by point within { $days } working days; after that, it goes onto the session's list.
   *[council] 👥 Once { $count } people support it (now: { $now }), it has to be answered point by point within { $days } working days; after that, it goes onto the session's list.
 }
obliged-news = 👥 <b>{ $code }</b> now has { $count } supporters. <b>{ $body }</b> has to answer point by point by <b>{ $due }</b>; else it goes onto the session's list.
obliged-body = ⚖️ <b>{ $code }</b> has { $count } supporters. By the council's rule it has to be answered point by point by <b>{ $due }</b>; after that, it goes onto the session's list. The residents have been told.
obliged-standing-body = ⚖️ { $count } supporters. { $body } has to answer point by point by <b>{ $due }</b>; after that, it goes onto the session's list.
obliged-listed = 🎙 <b>{ $code }</b>: not answered in time under the rule on supporters; it is on the session's list now.
card-obliged = ⚖️ Enough supporters: to be answered point by point and in time
timeline-obliged = { $time } · { $count } supporters, to be answered by { $day }

## My tasks (delegates)

menu-tasks = My tasks
tasks-title = <b>My tasks</b>
tasks-none = ✅ Nothing waits for you.
tasks-not-yours = This command is for delegates and officers of a delegation, a committee, the office.
tasks-mine = ✍️ <b>Taken on by me</b>: { $count }
tasks-waiting = ⏳ <b>Waiting for me</b> (approval, promises, not done): { $count }
tasks-appeals = ⚖️ <b>Residents not content, awaiting a verdict</b>: { $count }
tasks-due = ⏰ <b>Due or overdue at my body</b>: { $count }

## One answer for several like questions

button-together = 🧩 Answer together
button-together-code = ➕ Add codes
together-choose = <b>Answer together</b>: tap those that get the same answer.
together-none = <b>Answer together</b>: none is alike; add some by code.
together-line = • <b>{ $code }</b> · { $area } · { $text }
together-how = Then reply to the card as usual. Everybody keeps a code, quote, receipt and judgement of their own.
together-ask-codes = <b>{ $code }</b>: answered together with which? Please reply to this message with codes, separated by spaces.
together-cannot = This one cannot be answered together any more.
together-also = 🧩 Sent to these, too: <b>{ $codes }</b>
together-done = 🧩 Answered together: { $codes }.
together-left = ⚠️ Not answered with it: { $codes } (moved or closed since).

## Honest figures

figures-of-answered = answered
figures-of-newest = the newest answers
figures-honest =
    <b>Answered and resolved</b> (each with what it is a share of)
    • Answered / received: { $answered }
    • 🟢 Resolved, with evidence / answered with something to be done: { $resolved }
    • 🔴 Not done, say residents / something to be done: { $denied }
    • 👍 Satisfactory / judged by residents: { $satisfied }
    • ⚠️ Hollow answers / { $hollow_of }: { $hollow }
    • 🔄 Opened again / received: { $reopened }

## Site round

menu-survey = Site round
site-not-clerk = Site rounds are for the office.
site-which-area = <b>Site round</b>: which area? (open matters)
site-nothing = Nothing in this area is open to be looked at.
site-begun = <b>Site round, { $area }</b>: { $count } matters. Send your location and I put the nearest first. A bad network is fine: what you send is kept.
site-place-how = { $left } left. Tap what you find, then send photos, the words of the neighbourhood's head, the place (or reply to the message of the matter).
site-condition = { $condition ->
    [done] ✅ Done
    [underway] 🚧 Under way
    [untouched] ❌ Not begun
    [not_found] ❔ Place not found
   *[skipped] ⏭ Next time
 }
site-all-seen = Every place was seen. Send what is left for the last one, then press “Finish”.
button-site-record = 📄 Record of the round
button-site-finish = 🏁 Finish
site-marked = <b>{ $code }</b>: { $condition }. Reply to this to add photos or words.
site-added = Noted for <b>{ $code }</b>.
site-note = 🔎 <b>{ $code }</b>, site round: { $condition } · { $name }
site-finished = 🏁 <b>Site round over: { $area }</b>
site-finished-how = What was found stands under each card.
site-over = This site round is over.
site-toast = The site round is over.
## Trouble, backups, Telegram out of reach
your-number = Your Telegram number: <code>{ $number }</code>
link-not-admin-number = Only an administrator links groups. Your Telegram number is <code>{ $number }</code>: give it to an administrator or the operator if you need this right.
menu-trouble = What is stuck: try again or give up
button-troubles = See what is stuck
troubles-none = Nothing is stuck.
troubles-title = <b>Stuck ({ $count })</b>
troubles-held = Messages are held because a backup was put back: they may have been sent after it was made. Send them, and people may get them twice; drop them, and what was not sent never arrives.
troubles-rounds-held = { $count } announcements to many (notices, meetings, consultations) rest because a backup was put back: some people may have them. Send, and they may get them twice; drop, and whoever has none gets none.
button-held-send = Send all that are held
button-held-drop = Drop all that are held
trouble-line = { $what ->
    [update] Incoming number { $number }, since { $since }: could not be handled. <i>{ $why }</i>
   *[message] Outgoing number { $number }, since { $since }: Telegram did not take it. <i>{ $why }</i>
  }
button-trouble-again = Try { $number } again
button-trouble-drop = Give up { $number }
trouble-not-clerk = Only the office sees and settles what is stuck.
trouble-gone = That is settled already.
telegram-back-office = Telegram can be reached again. It could not be from { $since } to { $until }; messages of that time are leaving now, in order.
backup-failed-office = ⚠️ Tonight's backup failed. The bot goes on as usual and tries again every hour. Please tell the operator to look at the server's log.
backup-failed-full-office = ⚠️ Tonight's backup failed because the disk is full. The bot goes on and tries again every hour. Please tell the operator to make room.
restored-office = At { $at } the data was restored from a backup. What was done after the backup is not in the books.
restored-office-until = At { $at } the data was restored from a backup. The books know what was done until { $until }; what was done since is gone, and reminders that were sent since may come once more.
restored-held = { $held } messages that waited when the backup was made are held until the office decides.
restored-rounds = { $rounds } announcements to many that were being sent when the backup was made rest until the office decides: some people may have them.
## Reports, papers

report-which = 🗂 <b>Which paper do you need?</b> Press its name; the file is sent here.
report-unknown = There is no paper of that kind.
report-unknown-word = I do not understand “{ $word }”: it is no code of a session or meeting and no form of a file. Type /report to choose with buttons.
report-which-session = <b>{ $report }</b>: of which session?
report-which-meeting = <b>{ $report }</b>: of which meeting?
report-no-meeting = There is no meeting of late to make this paper of.
report-file = 📄 <b>{ $report }</b> · { $questions } petitions. Number, date and signature are blank: the office fills them in when it is issued.
report-file-about = 📄 <b>{ $report }</b> · { $about } · { $questions } petitions. Number, date and signature are blank: the office fills them in when it is issued.
report-not-made = “{ $report }” cannot be made yet: there is no session or meeting for it.
report-register = Register
report-summary = Summary report
report-minutes = Minutes
report-plan = Plan
report-notice = Notice
report-invitation = Invitations
report-transfer = Transfer letters
report-chase = Chasing letters
report-answers = Answers booklet
report-results = Results report
report-supervision = Supervision report
report-late = Late summaries
report-slips = Opinion slips
report-chart = Chart
report-survey = Record of a site round
button-issued = 📚 Papers that were issued
button-issue = 📌 Issue…
button-issued-one = 📎 As issued, no. { $number }
button-issue-yes = ✅ Issue it
button-issue-again = ✏️ Number and day again
button-issue-not = Not now
report-round = round { $round }
issue-not-clerk = Only the office issues papers.
issue-ask = 📌 Issue <b>{ $paper }</b>. Write the number and the day of the document in one message, such as <code>05 on { $day }</code> or <code>05 today</code>. The clerk's register gives the number; I make none up.
issue-no-number = I see no number. Write the number, then the day, such as <code>05 on { $day }</code> or <code>05 today</code>.
issue-no-day = I could not read the day of the document. Write number and day again, such as <code>05 on { $day }</code> or <code>05 today</code>.
issue-far = { $day } is more than a year from today. Write number and day again.
issue-used = Number { $number } of { $year } belongs to <b>{ $paper }</b>. Write another number, and the day.
issue-confirm = 📌 <b>To be issued: { $paper }</b>
    Number <b>{ $number }</b>, day <b>{ $day }</b>.
    Once issued, the file is kept and does not change any more.
issue-left = Nothing was issued.
issue-at-work = ⏳ Issuing <b>{ $paper }</b>, number { $number }, { $day }.
issued-now = 📌 <b>{ $paper }</b> · number { $number }, { $day }. Issued and kept: the same file is under /report, “Papers that were issued”.
issued-before = This paper was issued before, so it was not issued again.
issued-again = 📌 <b>{ $paper }</b> · number { $number }, { $day }. The very file that was issued at { $issued }.
issued-unchanged = Nothing is different since.
issued-changed = Since then:
issued-new = • { $count } more: { $codes }
issued-other = • { $count } different: { $codes }
issued-gone = • { $count } not in it any more: { $codes }
issued-list = 📚 <b>Papers that were issued.</b> Press one for the very file.
issued-none = No paper was issued yet. Make one: /baocao
issued-no-number = no number
import-taken-back = The office took back the batch with { $code }: the slip was entered by mistake, nothing is to be done.
menu-report = Reports and papers
## Publishing answers

menu-publish = Answers that wait to be public
search-field-title = <b>Published answers on { $category }</b>
search-field-none = No answer on { $category } has been published yet.
button-search-fields = 🗂 Fields
button-follow-public = 🔔 Follow
button-unfollow-public = 🔕 Stop following
button-share = ↗️ Share
button-open-in-bot = Read, follow
inline-door = Ask your delegates
inline-none = Nothing found. Ask your delegates
follow-public-done = You follow it. I will tell you of news.
follow-public-ended = You no longer follow it.
follow-public-too-many = You follow too many questions. Please stop following some.
follow-public-corrected = ✏️ <b>The answer { $code } that you follow has been corrected.</b>
follow-public-answered = 📣 <b>The question { $code } that you follow has a new answer.</b>
follow-public-reopened = 🔄 The question { $code } that you follow was opened again: its author was not content. When a new answer is published, I will tell you.
publish-not-you = The office looks at answers before they are public (or the head of the delegation, where the council says so).
publish-unknown-code = There is no answer of this code to look at.
publish-changed = The answer has just changed. Please look again.
publish-nothing-left = ✅ No answer waits to be public.
publish-state-last = 🌐 <b>Waits to be public</b>
publish-state-waiting = 🌐 <b>Waits to be public</b> · { $behind } more
publish-state-public = 🌐 <b>Public</b>
publish-state-kept-back = 🔒 <b>Not published</b>: { $reason }
publish-head = { $code } · { $category } · { $area }
publish-corrected = ✏️ The answer was corrected after it was public.
publish-asked = <b>The question, as everybody will read it</b>
publish-answered = <b>Answer</b> of { $body }, { $day }
publish-covered-nothing = Nothing had to be covered.
publish-covered = Covered in { $count } places ({ $hand } entries by hand).
button-publish-now = 🌐 Publish
button-cover-more = 🙈 Cover more
button-keep-back = 🔒 Do not publish
button-publish-later = Later ▶
button-unpublish = 🔒 Take out of public view
button-cover-words = ✍️ Type words to cover
button-uncover = Uncover what was covered by hand
button-cover-done = Done
publish-reasons = Why is { $code } not published?
publish-reason-person = About one person, who would be known in any case
publish-reason-private = A private matter
publish-reason-duplicate = The same is public already
publish-reason-unfinished = The answer is not clear enough for everybody
publish-cover-title = 🙈 <b>Cover more in { $code }</b>. Press the number of a sentence to cover it, again to show it.
publish-cover-answer = <b>Answer</b>
publish-cover-words = Words covered: { $words }
publish-ask-words = Please type exactly the words to cover in { $code }, one place a line.
publish-words-covered = 🙈 Covered.
publish-words-unknown = Not found in question and answer: “{ $words }”. The others are covered.
publish-done-short = Published
publish-done = ✅ { $code } is public: t.me/{ $bot }?start=p_{ $code }
publish-kept-back = 🔒 { $code } is not published: { $reason }.
publish-taken-back = 🔒 { $code } is no longer public.
timeline-published = { $time } · the answer was published, names and phones covered
timeline-unpublished = { $time } · the answer is no longer public

## Announcements to many

menu-broadcast = Announce something to residents
button-hear-services = 🚰 Power, water, roads, weather: { $on ->
        [on] on
       *[off] off
    }
broadcast-not-clerk = Announcements to residents are written by the office.
broadcast-not-yours = This announcement waits for approval, was sent, or is somebody else's.
broadcast-draft-title = 📣 <b>An announcement in the making</b>
broadcast-no-text = It says nothing yet. Press “Text” to type, or send a photo or file with words.
broadcast-to = 👥 To: { $audience } – <b>{ $count } people</b>
broadcast-about = 🏷 About: { $subject }
broadcast-file = 📎 With: { $what }
broadcast-link = 🔗 Button “{ $label }”: { $address }
broadcast-urgent = 🚨 <b>Urgent</b>, also in quiet hours: { $why }
broadcast-photo = a photo
broadcast-some-file = a file
broadcast-subject-announcements = The council
broadcast-subject-services = Power, water, weather
broadcast-everybody = Everybody who agreed
broadcast-nobody-yet = not chosen
broadcast-of-meeting = those registered for meeting { $meeting }
broadcast-of-field = those who asked about { $field }
broadcast-open-questions = People with an open question
broadcast-audiences = Who is to be told?
button-broadcast-audience = 👥 Recipients
button-broadcast-text = ✍️ Text
button-broadcast-link = 🔗 Add a button
button-broadcast-no-link = 🔗 Without button
button-broadcast-no-file = 📎 Without photo or file
button-broadcast-urgent = 🚨 Urgent
button-broadcast-not-urgent = Not urgent
button-broadcast-test = 👁 Send it to me
button-broadcast-submit = 📨 Ask for approval
button-broadcast-drop = Give it up
button-broadcast-areas = 📍 By area
button-broadcast-meetings = 🏛 Registered for a meeting
button-broadcast-fields = 🗂 Who asked about a field
button-broadcast-chosen = Done
button-broadcast-approve = ✅ Approve
button-broadcast-send-back = ↩️ Send back
button-broadcast-pause = ⏸ Pause
button-broadcast-resume = ▶️ Go on
button-broadcast-stop = ⏹ Stop
button-broadcast-stop-now = ⏹ Stop for good
button-broadcast-mute = 🔕 No more of this kind
broadcast-choose-areas = Press an area to choose it, again to leave it out.
broadcast-chosen-areas = Chosen: <b>{ $areas }</b>
broadcast-choose-meeting = Those registered for which meeting?
broadcast-choose-field = Those who asked about which field?
broadcast-ask-text = Please type the announcement, or send a photo or a file with words.
broadcast-ask-link = Please type: words on the button | address, for example: <i>See the plan | https://…</i>
broadcast-ask-reason = Why can it not wait for the morning (storm, no water…)? Whoever approves reads this.
broadcast-only-photo-or-file = One photo or one file can go with an announcement.
broadcast-too-long = The text is longer than { $most } letters. Please shorten it.
broadcast-wrong-link = I need the words on the button (at most 40 letters), a | and an address that begins with https://
broadcast-test-not-possible = It cannot be tried: it says nothing yet, or you have no private chat with me.
broadcast-test-sent = Sent to your private chat.
broadcast-not-ready = It needs a text and recipients.
broadcast-dropped = The announcement was given up.
broadcast-submitted = 📨 It waits for approval. It is sent when somebody else of the office approves it.
broadcast-approval-title = 📣 <b>{ $name } asks to approve an announcement</b>
broadcast-approval-who = Somebody else than its author has to approve it.
broadcast-four-eyes = Somebody else than its author has to approve it.
broadcast-anonymous = Please approve it by your name, not anonymously.
broadcast-decided-already = That has just been decided.
broadcast-approved = Approved, being sent.
broadcast-approved-by = ✅ { $name } approved the announcement of { $author }. It is being sent.
broadcast-sent-back = ↩️ { $name } sent the announcement of { $author } back.
broadcast-sending = 📣 <b>An announcement is being sent</b>
broadcast-rests = 🌙 <b>The announcement rests in the quiet hours</b> and goes on at { $time }
broadcast-held = ⏸ <b>The announcement rests</b> because a backup was put back. Go on or end it: /suco
broadcast-paused = ⏸ <b>The announcement rests</b>
broadcast-stopped = ⏹ <b>The announcement was stopped</b>
broadcast-done = ✅ <b>The announcement was sent</b>
broadcast-by = Written by { $author }, approved by { $approver }
broadcast-to-whom = To: { $audience }
broadcast-tally = On their way { $queued } · arrived { $delivered } · blocked the bot { $blocked } · failed { $failed }
broadcast-perhaps-twice = The program was killed meanwhile: at most { $count } people may have it twice.
broadcast-ask-stop = Stop this announcement for good? { $left } messages on their way still arrive.
broadcast-report = 📣 The announcement of { $author } was sent: { $delivered } have it, { $blocked } blocked the bot, { $failed } failed.
broadcast-not-known = Whether { $count } others arrived is not known: it could not be written down.
broadcast-head = 📣 <b>{ $council } announces</b>
broadcast-head-urgent = 🚨 <b>Urgent notice of { $council }</b>
broadcast-muted = Switched off.
broadcast-muted-more = 🔕 You get no more news of “{ $subject }”. To get them again: /settings

held-coarse = There are harsh words in what you wrote, so the office looks at it before your delegates do. Nothing of it is lost; you can still change it by editing the message you sent.
held-accuses = What you wrote accuses somebody by name, so the office looks at it before your delegates do. A denunciation by law goes to the citizen reception (/help).
triage-manner-coarse = ⚠️ Harsh words: please look before it is passed on.
triage-manner-accuses = ⚠️ Accuses somebody by name: please look before it is passed on.

triage-of-same = 👤 Their author has { $count } more that nobody took on: { $codes }
button-gather = 🧩 Gather { $count } of this person
triage-gather = Should these { $count } go on as { $code }, with one answer? Their author is told of each.
triage-gather-line = • { $code }: { $text }
button-gather-now = 🧩 Gather all
triage-gathered = 🧩 { $count } go on as { $code }: one answer for all.
## Calling back, who must be there
menu-call-back = Call residents back
call-back-not-clerk = Calling back is for the office.
call-back-noted = Noted.
call-back-one = ☎️ <b>Call back { $at }/{ $all } · { $code }</b>
call-back-answered = { $body } answered:
call-back-how = Look up the phone number and ask: is the answer satisfactory, was the thing done? Then tap one button.
call-back-no-phone = The resident left no phone number. If you cannot reach them, tap “Could not be reached”.
call-back-none = No question was answered in { $month }: there is nobody to call back.
call-back-done = ☎️ <b>Everybody was called: answers of { $month }</b>
call-back-reached = Reached: { $reached } of { $called } called; { $drawn } drawn by lot.
call-back-share = • { $name }: { $count }/{ $reached }
call-back-announced = ☎️ { $count } answers of { $month } were drawn by lot to be called back. The office writes /callback to me in private.
figures-called = ☎️ <b>Called back, answers of { $month }</b>
button-attend = 🧑‍💼 Who must be there
attend-head = 🧑‍💼 <b>Who must be there at { $code }</b> · { $time }
attend-nothing-asked = No questions were asked for this meeting beforehand.
attend-body = • <b>{ $body }</b>: { $count } questions ({ $codes })
attend-always = • { $body }: belongs to every meeting, nothing was asked
button-heard = { $heard ->
    [content] 👍 Content
    [not_content] 👎 Not content
    [not_done] 🚧 Not done yet
   *[unreachable] 📵 Could not be reached
 }
## Live questions at a meeting, the speaking clock
live-not-running = This meeting is not running: it takes no live questions now.
live-ask = Please type a short question (at most { $limit } letters). Whoever leads the meeting looks at it first; then it is shown in the hall, without your name.
live-too-short = Please write a little more (at most { $limit } letters).
live-too-many = { $limit } questions of yours wait to be looked at. Please wait a moment.
live-kept = ✅ Sent. It is shown once whoever leads the meeting has looked at it.
live-your-own = This is your own question.
live-supported = Noted: you want to know this, too.
live-not-supported = Taken back.
live-line = { $mark } { $text } · 👍 { $support }
live-head = 🙋 <b>Questions at meeting { $code }</b> · shown: { $shown }, answered: { $answered }
live-nothing = Nothing is shown yet.
live-desk-head = 🙋 <b>Live questions { $code }</b> · to be looked at: { $waiting } · shown: { $shown } · answered: { $answered }
live-screen = 🖥 Page for the hall's screen: { $address }
live-screen-here = 🖥 Page for the hall's screen (open it on the machine of the bot): { $address }
live-screen-nowhere = 🖥 Page for the hall's screen: this bot opens no pages.
live-waits = 🙋 Meeting <b>{ $code }</b>: a live question waits to be looked at before it is shown.
live-told-shown = 🙋 Your question is shown at the meeting:
live-told-answered = ✅ Your question was answered at the meeting:
live-told-kept-back = This question was not put on the screen. You can still send it to the delegates with the button to ask; it gets a code and a due date:
button-live-ask = 🙋 Ask now, at the meeting
button-live-list = 📋 What is shown
button-live-desk = 🙋 Live questions
button-live-show = ✅ Show { $number }
button-live-keep = 🚫 Do not show { $number }
button-live-raise = ⭐ Highlight: { $text }
button-live-lower = ▫️ Lower: { $text }
button-live-answered = ✅ Answered: { $text }
button-live-refresh = 🔄 Refresh
speakers-floor = 🎤 <b>{ $name }</b> has the floor from { $from } to { $until } ({ $minutes } minutes)
button-speaker-begins = ▶️ Start the clock
hall-title = Questions of voters · { $code }
hall-foot = To ask: open meeting { $code } in the bot · answered: { $answered } · { $more } more

## A round on a draft before the session
menu-consult = Say what you make of a draft
consult-title = 📝 <b>Round on a draft: { $title }</b>
consult-everywhere = everywhere
consult-invitation =
    Before its session the council wants to know what people ({ $areas }) think. There are { $count } short statements, one tap each. Stop whenever you like; answers can be changed until the end of { $day }.
consult-no-vote =
    This is <b>no petition and no vote</b>. Only what all say together is shown, never who answered what. For a matter of your own use /ask.
consult-stance = { $stance ->
        [agree] 👍 Agree
        [disagree] 👎 Disagree
       *[pass] ⏭ Pass
    }
consult-statement = 📝 { $title } · <b>{ $number }/{ $count }</b>
consult-of-a-resident = <i>A resident's statement.</i>
consult-now = Your choice now: { $stance }
consult-done =
    ✅ <b>You answered { $count } statements</b> ({ $title }). Thank you. They can be changed until the end of { $day }. Once the round is over, /consult shows what all say together.
consult-mine = 📋 <b>What I said: { $title }</b>
consult-mine-line = { $number }. { $mark } { $text }
consult-mine-how = Tap a number to see and change it, until the end of { $day }.
consult-over = This round is over (last day { $day }).
consult-not-asked =
    📝 The round “{ $title }” asks who lives in: { $areas }. Your home is known as: { $home }. If that is wrong, correct it below.
consult-ask-statement =
    ✍️ What would you like to ask everybody? Write <b>one short statement</b> (at most { $limit } characters) to agree or disagree with. The office reads it first; names and phone numbers are covered.
consult-statement-short = Please write a little more.
consult-statement-long = That is longer than { $limit } characters. Please shorten it.
consult-statement-many = { $limit } of your statements wait to be read by the office. Please wait.
consult-statement-full = There are enough statements of residents in this round. Thank you.
consult-kept = ✅ Kept. The office reads it first, then I tell you. It will look like this:
consult-told-shown = 📝 Everybody is asked your statement now:
consult-told-kept-back = 📝 The office does not ask this: it is there already, is not about the draft, or is about one person. Send a petition of your own with /ask; it gets a code and a due date:
consult-told-late = 📝 The round ended before this was read. Send a petition of your own with /ask; it gets a code and a due date:
consult-ended = This round is over. Thank you for taking part. Everybody may read what all say together; the office and the delegates read the same.
consult-list = 📝 <b>Rounds on drafts before the session</b>
consult-list-line = • { $title } – asks { $areas }, until the end of { $day }
consult-list-none = No round runs now.
consult-list-how = Office: use the button below, or type /consult, the draft's title, then one statement a line.
consult-not-clerk = Rounds on drafts are written by the office.
consult-not-yours = Somebody else writes this one, or it has begun.
consult-ask =
    ✍️ Send <b>one message</b>: the draft's title on the first line, then one statement a line to agree or disagree with (2 to { $most }, at most { $limit } characters each).

    You may add a line <code>Areas: Ward A, Commune B</code> and a line <code>Until: 10/12</code>.
consult-fault-title = The first line has to be the draft's title: { $least } to { $limit } characters.
consult-fault-few = At least two statements are needed, one a line.
consult-fault-many = There are { $count } statements; at most { $most }. Please leave some out.
consult-fault-statement = A statement has { $least } to { $limit } characters. Please change: “{ $text }”
consult-fault-area = Which area is “{ $text }”? Please write the exact name, with commas between names.
consult-fault-day = “{ $text }” is no day within the next 90 days.
consult-draft = 📝 <b>A round being written: { $title }</b>
consult-draft-line = { $number }. { $text }
consult-draft-facts =
    📍 Asks who lives in: { $areas }
    🗓 Until the end of: { $day }
    👥 Told when it begins: <b>{ $count } people</b>
consult-choose-areas = Who is asked? Tap a name to take it in, again to leave it out. Now: <b>{ $areas }</b>
consult-dropped = The round was given up.
consult-bad-day = That day cannot be chosen any more.
consult-published = It has begun.
consult-desk =
    📍 { $areas } · until the end of { $day }
    Taking part: { $voices } · told: { $told } · { $shown } statements
consult-desk-link = Link for posters: { $link }
consult-desk-waits = 🕓 { $number }. { $text }
consult-decided-already = That was decided just now.
consult-ask-end = End “{ $title }” now, before { $day }? Whoever took part is told.
consult-proposed = 📝 Residents propose statements in the round “{ $title }”. Please read them before everybody is asked.
consult-outcome =
    📊 <b>What came of the round: { $title }</b>
    { $count } people took part; it ended on { $day }.
consult-outcome-places = Homes: { $places }
consult-outcome-elsewhere = elsewhere, fewer than { $least } each
consult-outcome-few = Fewer than { $least } people took part: nothing is shown, so that nobody can be recognised.
consult-outcome-groups = 👥 Groups that answer alike: { $groups }. Sorted by answers, not by person.
consult-outcome-group = group { $number } ({ $count } people)
consult-outcome-group-name = group { $number }
consult-outcome-accepted = <b>Most in every place and group agree</b>
consult-outcome-refused = <b>Most in every place and group disagree</b>
consult-outcome-divided = <b>Still divided</b>
consult-outcome-line = { $mark } { $text } – <b>{ $agree } of { $of } agree</b>, { $pass } pass
consult-outcome-side = { $way ->
        [for] rather yes: { $who }
        [against] rather no: { $who }
       *[even] even: { $who }
    }
consult-outcome-too-few = Fewer than { $least } people took a position on { $count } statements: no numbers.
consult-outcome-no-vote = This is no petition and no vote. Places and groups of fewer than 5 people are not told apart.
consult-outcome-not-yet = Results are there once the round is over.
button-consult-begin = ▶️ Begin
button-consult-mine = 📋 What I said
button-consult-propose = ✍️ Propose one
button-consult-next = ▶️ Go on ({ $left })
button-consult-next-of = ▶️ { $title } ({ $left } left)
button-consult-mine-of = 📋 { $title }
button-consult-outcome = 📊 See the results
button-consult-outcome-of = 📊 { $title }
button-consult-areas-of-mine = 📍 Where I live and work
button-consult-write = ➕ Write a new one
button-consult-desk = 🗂 { $title } (to be read: { $waiting })
button-consult-areas = 📍 Areas
button-consult-everywhere = Everywhere
button-consult-rewrite = ✍️ Write it anew
button-consult-publish = 📢 Begin, tell { $count } people
button-consult-drop = Give up
button-consult-show = ✅ Ask { $number }
button-consult-keep = 🚫 Do not ask { $number }
button-consult-take-down = 🚫 Take down: { $text }
button-consult-refresh = 🔄 Refresh
button-consult-end = ⏹ End early
button-consult-end-now = ⏹ End now
button-consult-read = 🗂 Read

## Speaking for an association, as people say themselves
area-speaks = 🏷 Speaks for: <b>{ $name }</b> (own word)
button-speak = 🏷 I speak for an association
button-speak-not = 🗑 I speak for myself
association-ask =
    🏷 For which association do you speak in { $area }? Type its name (at most { $limit } characters), for example: <i>Farmers' union of Chuong hamlet</i>.

    From now on the card of a question about this place says “speaks for …, own word”: delegates know that you say so and nobody has proved it. Questions of before, and what is public, do not say it.
association-area-gone = The association was not kept: { $area } is no longer among your areas. Please add it again, then type the name.
association-bad = I need the name of an association, at most { $limit } characters.
card-speaks-for = 🏷 Speaks for: { $name } (own word)
preview-speaks-for = 🏷 The card for delegates says: speaks for { $name }, own word (remove it in /settings)
# Time limits of papers and meetings in the office's morning digest
limits-title = 📅 <b>Time limits of papers: { $count }</b>
limits-more = … and { $count } more: see <code>cutri check</code>.
limit-line = • { $what } <i>Rule: { $rule }; source: { $source }.</i>
limit-plan =
    { $done ->
        [no] Meeting { $meeting } of { $day }: cutri has seen no plan or notice issued and no announcement ({ $stands }).
       *[yes] Meeting { $meeting } of { $day }: plan, notice or announcement came late ({ $stands }).
    }
limit-invitation =
    { $done ->
        [no] Meeting { $meeting } of { $day } has questions asked for it, and cutri has seen no letter of invitation issued ({ $stands }).
       *[yes] Meeting { $meeting } of { $day }: letters of invitation were issued late ({ $stands }).
    }
limit-too-early = Meeting { $meeting } of { $day } is planned too soon after the session ({ $first } at the earliest).
limit-summary =
    { $done ->
        [no] { $body }, meeting { $meeting } of { $day }: no outcome written down, no summary issued ({ $stands }).
       *[yes] { $body }, meeting { $meeting } of { $day }: outcome or summary came late ({ $stands }).
    }
limit-contact = { $session }: { $count } bodies have no meeting early enough before it: { $bodies } ({ $stands }).
limit-answer = { $count } questions were given to bodies long ago and are not answered, the oldest is { $code } ({ $stands }).
limit-today = the last day { $last } is today
limit-near = last day { $last }, { $days } days left
limit-missed = last day { $last }, { $days } days ago
limit-late = last day { $last }, there since { $on }
limit-calendar-days = { $days } days
limit-working-days = { $days } working days
limit-rule =
    { $key ->
        [plan_published] public at least { $days } before a meeting
        [invitation_notified] invited at least { $days } before a meeting
        [contact_before] meetings at least { $days } before the session opens
        [contact_after] meetings at least { $days } after the session opened
        [summary_sent] summed up at most { $days } after a meeting
       *[other] answered at most { $days } after it was given
    }

# The supervision board that is pinned in the group of the standing body
board-pinned-title = 🏛 <b>Supervision board</b> · brought up to date as things change
board-unsatisfied = 🔄 <b>Residents who are not satisfied</b>: { $count }
board-sent-up = ⬆️ <b>Sent up, no result yet</b>: { $count }
board-bodies = 🏢 <b>Open, by body</b> (as listed, not ranked)
board-body = • { $body }: { $open } open, { $overdue } overdue
board-more-bodies = … and { $count } more bodies
board-sessions = 📊 <b>This session and the one before</b>
board-session = • { $session }: received { $received } · answered { $answered } · resolved { $resolved }
board-cannot-pin = 📌 I could not pin the supervision board. Please make the bot an administrator with “Pin messages” in this group. Everything else works.

# Petitions that another council has, too
card-exchanged-sent-up = 📨 Number at { $organ }: <code>{ $code }</code>
card-exchanged-received = 📨 Sent up by { $organ }, number there: <code>{ $code }</code>{ $document }
exchanged-document-of = , document { $number } of { $day }
exchanged-document = , document { $number }
came-back = 📬 <b>{ $code }</b>: { $organ } answered on { $day } (number there: { $theirs }). Result: { $class }.
came-back-document = Document: { $number } of { $day }
came-back-how = Press the button to make an answer of it; you look at it before it is sent.
came-back-late = This question does not wait for a result any more, so no answer is made of it.
button-take-result = 📨 Answer the resident with it
answer-from-above = Answer of { $organ } (number there { $code }):
exchanged-answered = 📨 <b>{ $code }</b>, sent up by { $organ } (number there: { $theirs }), is answered. Please return the result by an exchange package: <code>cutri export --exchange FILE --to { $organ_id }</code>

# Printed opinion slips, entered after a meeting
enter-known-slip = Opinion slip: <code>{ $slip }</code>
enter-slip-wrong = The code “{ $slip }” is not right: please check the digits and the letter at its end, for example DV01-007H.
enter-slip-no-meeting = Slip { $slip }: there is no meeting with this code.
enter-slip-used = Slip { $slip } was entered already: <code>{ $code }</code>.

## Meetings about a field
button-subjects = 🎯 Meetings about subjects ({ $count })
subjects-choose =
    🎯 About which fields do you want to hear of <b>meetings</b>? Tap to choose, again to leave out. When there is one in your areas I tell you once.
meeting-subject = 🎯 Field: { $field }
button-unfollow-subject = 🔕 No more meetings about this field

## Figures of each body
figures-of-bodies = 🏛 <b>Each body</b>, in the order of the council file. Read all five numbers together; this is no ranking.
figures-of-body =
    <b>{ $body }</b>
    Answered: { $answered } · resolved: { $resolved }
    Satisfied: { $satisfied } · hollow: { $hollow } · opened again: { $reopened }
