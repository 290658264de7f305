//! What can be turned on the demo's page: whether the office sorts questions first.

use std::{sync::Arc, time::Duration};

use crate::{
    clock::Clock,
    domain::council::{Council, Triage},
    emulator::World,
    store::{Store, WriteTx, council},
};

/// The name of the switch.
const TRIAGE: &str = "triage";

/// So often it is looked at.
const EVERY: Duration = Duration::from_millis(200);

/// The page shows how this council does it.
pub(super) fn offer(world: &World, council: &Council) {
    let is_on = council.rules.triage == Triage::Clerk;
    world.offer_switch(TRIAGE, "Văn phòng phân loại câu hỏi trước", is_on);
}

/// Loads the council anew each time somebody turns the switch, until it is dropped.
pub(super) async fn go_on(world: Arc<World>, store: Store, clock: Clock, mut council: Council) {
    loop {
        tokio::time::sleep(EVERY).await;
        let wanted = if world.is_on(TRIAGE) {
            Triage::Clerk
        } else {
            Triage::Automatic
        };
        if council.rules.triage == wanted {
            continue;
        }
        council.rules.triage = wanted;
        let (loaded, now) = (council.clone(), clock.now());
        let load = move |tx: &mut WriteTx<'_>| council::load(tx, &loaded, now);
        if let Err(error) = store.write(load).await {
            crate::run::print::problem(format_args!(
                "cutri demo: the switch does nothing: {error:#}"
            ));
        }
    }
}
