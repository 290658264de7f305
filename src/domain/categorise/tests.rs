//! Claims about the gate and the categoriser.
