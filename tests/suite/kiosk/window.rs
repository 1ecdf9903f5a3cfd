//! A kiosk in a real window: what somebody typed there is nowhere afterwards, and only an administrator gets out.

use crate::real_window::run;

#[test]
fn of_words_that_somebody_typed_no_file_on_this_machine_holds_one() {
    run("tests/window/nothing_left.sh", &[]);
}

#[test]
fn an_administrator_leaves_by_the_pin_and_the_exit_code_says_so() {
    run("tests/window/leave.sh", &[]);
}
