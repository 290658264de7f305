//! The yardstick: a bare teloxide `Dispatcher` that says back what it hears and keeps nothing.
//!
//! Everything is teloxide's own: the polling listener, the dispatcher, the requests. A button press is
//! acknowledged and its data said back. `TELOXIDE_TOKEN` and `TELOXIDE_API_URL` say where to. It is a program
//! of its own (`cargo run --release --example echo_bot`) and a mode of the `conversation` benchmark.

use anyhow::Context as _;
use teloxide::{
    dispatching::{Dispatcher, UpdateFilterExt as _},
    dptree,
    prelude::{Requester as _, ResponseResult},
    types::{CallbackQuery, Message, Update},
};

/// Serves until it is killed.
#[tokio::main]
pub(crate) async fn main() -> anyhow::Result<()> {
    let bot = teloxide::Bot::from_env().set_api_url(api_url()?);
    let handler = dptree::entry()
        .branch(Update::filter_message().endpoint(say_back))
        .branch(Update::filter_callback_query().endpoint(acknowledge));
    Dispatcher::builder(bot, handler).build().dispatch().await;
    Ok(())
}

async fn say_back(bot: teloxide::Bot, message: Message) -> ResponseResult<()> {
    if let Some(text) = message.text() {
        bot.send_message(message.chat.id, text).await?;
    }
    Ok(())
}

async fn acknowledge(bot: teloxide::Bot, press: CallbackQuery) -> ResponseResult<()> {
    bot.answer_callback_query(press.id).await?;
    if let (Some(data), Some(message)) = (press.data, press.message) {
        bot.send_message(message.chat().id, data).await?;
    }
    Ok(())
}

#[expect(
    clippy::disallowed_methods,
    reason = "a program of its own: it has no `config`"
)]
fn api_url() -> anyhow::Result<reqwest::Url> {
    std::env::var("TELOXIDE_API_URL")
        .context("TELOXIDE_API_URL is missing")?
        .parse()
        .context("TELOXIDE_API_URL is not an address")
}
