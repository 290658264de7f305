//! Whether words tell of a life in danger now: surely, perhaps, or not.
//!
//! Surely means that the numbers come before anything else and the question is urgent; perhaps means that
//! its author is asked. The model's chance is weighed with turns of phrase that tell of somebody in need,
//! and with those that exaggerate, tell of the past, or say what a council should do about a risk.

use std::sync::LazyLock;

use regex::Regex;

use super::Danger;
use super::verdict::Reading;

/// From this on the author is asked: a tap against a life.
const PERHAPS: f32 = -1.5;
/// From this on it is rather an emergency than anything else.
const RATHER: f32 = 0.0;
/// From this on it is sure.
const SURE: f32 = 1.0;
/// The same where no rule knows the words as danger and the model alone says so.
const PERHAPS_UNSAID: f32 = -0.5;
const RATHER_UNSAID: f32 = 0.0;
const SURE_UNSAID: f32 = 2.8;
/// Below this chance of the model's it is not sure, whatever rules say.
const SURE_CHANCE: f32 = 0.6;
/// A chance is counted as no smaller and no greater than this: rules may still turn it.
const MOST_CERTAIN: f32 = 3.5;
/// The same against danger where signs of it are told ("sùi bọt mép"): however sure the model is of something else, they count.
const MOST_CERTAIN_IN_PERIL: f32 = 2.5;

/// What rules add to the logarithm of the odds.
const WEIGHTS: &[(&str, f32)] = &[
    ("harm", 0.4),
    ("rescue", 0.2),
    ("now", 0.3),
    ("person_down", 1.0),
    ("peril", 2.5),
    ("missing", 0.4),
    ("farewell", 1.0),
    ("figurative", -2.0),
    ("long_ago", -2.0),
    ("prevention", -1.5),
    ("past_or_risk", -0.8),
    ("policy", -0.6),
    ("ask", -0.4),
    ("thank", -1.5),
    ("bot", -2.0),
];

/// Rules that know words of danger; without one of them the model must be surer.
const OF_DANGER: [&str; 6] = [
    "peril",
    "harm",
    "rescue",
    "person_down",
    "missing",
    "farewell",
];

/// Taken off where no rule knows the words as danger and their author says how to be reached: so do those who ask, and
/// the model knows calling from those who call for help.
const REACHED: f32 = 2.5;

static HOW_TO_REACH: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r" (goi|dien|alo|lien he|call|contact) (cho |voi |lai |me |us )*((toi|em|chau|minh|tui|me|us) )?(theo |qua |at |on )?(so|sdt|dt|dien thoai|zalo|#p|#n|number|phone) ",
    )
    .ok()
});

/// Somebody has fallen off a bicycle there, or accidents have been: told to show what ought to be mended.
static HAS_FALLEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r" da (tung |bi |co |xay ra )*([^ ]+ ){0,2}(tai nan|nga xe|te xe|do xe|truot xe|va quet|duoi nuoc|chet duoi|dien giat|bi giat) | (nam|thang|tuan|he|mua) nao cung (co|xay ra|bi) ([^ ]+ ){0,3}(tai nan|nga|duoi nuoc|chet duoi|dien giat|bi) | suyt (nga|te|bi|dam|tong) ",
    )
    .ok()
});

/// Water in which one can stand: told to show what ought to be mended.
static SHALLOW: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r" (ngap|nuoc|nac|lut|flood|water) ([^ ]+ ){0,3}(toi|den|len|ngang|qua|lut|to|up to) (mat ca|mat ca chan|dau goi|goi|ong chan|bap chan|bap ve|banh xe|nua banh|ong quan|knee|ankl|shin) ",
    )
    .ok()
});

/// Which number to call is asked to have it at hand.
static WHICH_NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r" (so|so dien thoai|sdt|hotline|duong day nong|phone number|number) ([^ ]+ ){0,5}(la (gi|so may|bao nhieu)|bao nhieu|so may|so nao|de (dan|ba con|moi nguoi|luu|biet)) | what is the (phone )?number ",
    )
    .ok()
});

/// What `reading` tells of danger, given the model's chance, and whether that is its kind rather than another.
pub(super) fn danger(chance: f32, reading: &Reading) -> (Danger, bool) {
    // "Bot còn thở không?" asks after the bot, unless somebody is named or help is called for.
    let names = |rules: &[&str]| rules.iter().any(|rule| reading.holds(rule));
    if reading.holds("bot") && !names(&["rescue", "person_down", "peril"]) {
        return (Danger::None, false);
    }
    let chance = chance.clamp(1e-6, 1.0 - 1e-6);
    let odds = (chance / (1.0 - chance)).ln();
    let rules: f32 = WEIGHTS
        .iter()
        .filter(|(rule, _)| reading.holds(rule))
        .map(|(_, weight)| weight)
        .sum();
    let is_of_danger = names(&OF_DANGER);
    let is_reached = !is_of_danger
        && HOW_TO_REACH
            .as_ref()
            .is_some_and(|how| how.is_match(reading.said()));
    let is_asked = !names(&["now", "harm", "person_down", "missing", "peril", "farewell"])
        && WHICH_NUMBER
            .as_ref()
            .is_some_and(|which| which.is_match(reading.said()));
    let is_told = !names(&["now", "rescue", "person_down"])
        && HAS_FALLEN
            .as_ref()
            .is_some_and(|fall| fall.is_match(reading.said()));
    let is_shallow = !names(&["now", "rescue", "person_down", "missing", "peril"])
        && SHALLOW
            .as_ref()
            .is_some_and(|depth| depth.is_match(reading.said()));
    let reached = if is_reached || is_told || is_asked || is_shallow {
        REACHED
    } else {
        0.0
    };
    let least = if names(&["peril"]) {
        -MOST_CERTAIN_IN_PERIL
    } else {
        -MOST_CERTAIN
    };
    let score = odds.clamp(least, MOST_CERTAIN) + rules - reached;
    let (perhaps, rather, sure) = if is_of_danger {
        (PERHAPS, RATHER, SURE)
    } else {
        (PERHAPS_UNSAID, RATHER_UNSAID, SURE_UNSAID)
    };
    // "Cứu lúa", "nóng chết người": asked about at most, unless somebody is named who is down.
    if reading.holds("figurative") && !names(&["person_down", "peril"]) {
        return if score >= perhaps {
            (Danger::Unsure, false)
        } else {
            (Danger::None, false)
        };
    }
    if score >= sure && chance >= SURE_CHANCE {
        (Danger::Sure, true)
    } else if score >= perhaps {
        (Danger::Unsure, score >= rather)
    } else {
        (Danger::None, false)
    }
}
