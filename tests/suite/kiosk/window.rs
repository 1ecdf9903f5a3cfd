//! A kiosk in a real window: what somebody typed there is nowhere afterwards.

use crate::real_window::run;

#[test]
fn of_words_that_somebody_typed_no_file_on_this_machine_holds_one() {
    run("tests/window/nothing_left.sh", &[]);
}
