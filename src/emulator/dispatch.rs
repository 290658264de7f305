//! One call of the bot, from its parameters to its answer: checks, ordered failures, pace, work,
//! record.

use std::time::Duration;

use serde_json::Value;

use super::errors::{ApiError, ApiResult};
use super::failures::{FailureKind, FailureRule};
use super::methods;
use super::params::{Params, as_integer};
use super::table::{self, Method};
use super::world::{Call, State, World};

/// What goes back over the wire.
#[derive(Debug)]
pub(crate) enum Answer {
    /// A status and a JSON body.
    Body(u16, String),
    /// Nothing: the connection is closed.
    Cut,
}

/// What a method came to before failures change the answer.
enum Outcome {
    Json(Value),
    Written(String),
}

/// Does one call.
pub(crate) async fn call(world: &World, name: &str, params: Params) -> Answer {
    let Some(method) = table::find(name) else {
        return refusal(&ApiError::not_found());
    };
    if let Err(error) = method.check(&params) {
        world.act(|state| state.record(method, params, &Err(error.clone()), None));
        return refusal(&error);
    }
    let failure = world.act(|state| failure_before(state, method, &params));
    if let Some(rule) = &failure {
        match rule.kind {
            FailureKind::Error => {
                let error = rule.api_error();
                let outcome = Err(error.clone());
                world.act(|state| state.record(method, params, &outcome, failure.as_ref()));
                return refusal(&error);
            }
            FailureKind::Drop => {
                let outcome = Err(ApiError::new(0, "the connection was closed"));
                world.act(|state| state.record(method, params, &outcome, failure.as_ref()));
                return Answer::Cut;
            }
            FailureKind::Slow => tokio::time::sleep(Duration::from_millis(rule.delay_ms)).await,
            _ => {}
        }
    }
    let (outcome, late) = work(world, method, params, failure.as_ref()).await;
    match failure.or(late) {
        Some(rule) if rule.kind == FailureKind::ErrorAfterEffect => refusal(&rule.api_error()),
        Some(rule)
            if matches!(
                rule.kind,
                FailureKind::DropAfterEffect | FailureKind::LostUpdatesAnswer
            ) =>
        {
            Answer::Cut
        }
        _ => match outcome {
            Err(error) => refusal(&error),
            Ok(Outcome::Json(result)) => Answer::Body(200, successful(&result.to_string())),
            Ok(Outcome::Written(result)) => Answer::Body(200, successful(&result)),
        },
    }
}

fn successful(result: &str) -> String {
    format!("{{\"ok\":true,\"result\":{result}}}")
}

fn refusal(error: &ApiError) -> Answer {
    Answer::Body(error.code, error.body().to_string())
}

async fn work(
    world: &World,
    method: &'static Method,
    params: Params,
    failure: Option<&FailureRule>,
) -> (ApiResult<Outcome>, Option<FailureRule>) {
    if method.name == "getUpdates" {
        let batch = methods::updates::get_updates(world, &params).await;
        let (outcome, late) = match batch {
            Ok(batch) => (Ok(batch.json), batch.failure),
            Err(error) => (Err(error), None),
        };
        let summary = match &outcome {
            Ok(_) => Ok(Value::Null),
            Err(error) => Err(error.clone()),
        };
        world.act(|state| state.record(method, params, &summary, late.as_ref().or(failure)));
        return (outcome.map(Outcome::Written), late);
    }
    let outcome = world.act(|state| {
        let outcome = paced(state, method.name, &params)
            .and_then(|()| methods::run(state, method.name, &params));
        state.record(method, params, &outcome, failure);
        outcome
    });
    (outcome.map(Outcome::Json), None)
}

fn failure_before(state: &mut State, method: &Method, params: &Params) -> Option<FailureRule> {
    state
        .failures
        .take(&mut state.ids, method.name, chat_of(params), |kind| {
            !kind.is_about_updates()
        })
}

fn chat_of(params: &Params) -> Option<i64> {
    params.values.get("chat_id").and_then(as_integer)
}

fn paced(state: &mut State, method: &str, params: &Params) -> ApiResult<()> {
    let (Some(chat), true) = (chat_of(params), methods::is_paced(method)) else {
        return Ok(());
    };
    let now = state.clock.now_millis();
    match &mut state.flood {
        Some(flood) => flood.admit(chat, now).map_err(ApiError::too_many),
        None => Ok(()),
    }
}

impl State {
    fn record(
        &mut self,
        method: &'static Method,
        params: Params,
        outcome: &ApiResult<Value>,
        failure: Option<&FailureRule>,
    ) {
        let error = outcome.as_ref().err();
        if let Some(error) = error.filter(|error| error.is_ours()) {
            self.journal
                .violation(format!("{}: {}", method.name, error.description));
        }
        let message_id = outcome.as_ref().ok().and_then(|result| {
            let message = result.get(0).unwrap_or(result);
            message.get("message_id")?.as_i64()
        });
        self.journal.record(Call {
            seq: 0,
            method: method.name,
            params: params.into_record(),
            at: self.clock.now(),
            ok: error.is_none(),
            error_code: error.map(|error| error.code),
            description: error.map(|error| error.description.clone()),
            message_id,
            failure: failure.map(|rule| rule.kind.name()),
        });
    }
}
