# The words on buttons and in messages. The content is in the .ron files beside this one.

app-name = Careshelf
overdose-now = Overdose? Act now

## Finding the way

# The name of the row of tabs, for screen readers.
topics = Topics
# The heading over the list of sections.
sections-of = In this part
# Over a part of a list that is too long to be shown as a whole.
list-shown = { $list ->
    [sources] Sources { $from } to { $to } of { $count }
    [problems] Problems { $from } to { $to } of { $count }
   *[sections] Sections { $from } to { $to } of { $count }
}
# The buttons above and below such a part.
list-previous = Previous: { $from } to { $to }
list-next = Next: { $from } to { $to }
# On small windows, the button that opens the list of sections.
section-position = All parts: { $number } of { $count }
next-section = Next: { $title }
# The name of the text area, for screen readers.
reading-area = { $topic }: { $title }
# On the page of a tab that is still being read.
one-moment = One moment…
close = Close

## Search

search = Search
search-field = What are you looking for?
search-about = Type a word or a question. Small mistakes do not matter. What you type is not kept.
# Over the parts of the library, while nothing is typed and where nothing was found.
search-topics = Or choose a part
# The content is still being read.
search-reading = One moment. The pages are still being read.
search-looking = Looking…
# Screen readers say it when the reader rests.
search-count = { $count ->
    [one] 1 page found
   *[other] { $count } pages found
}
# The name of a button that opens a page that was found, for screen readers.
search-hit = { $title }. { $topic }. { $text }
# What was typed may be about an overdose that happens now.
search-emergency = Is this an overdose?
search-emergency-about = Do not read on. Act now.
search-emergency-steps = All steps on one page
search-near = No page has just these words. These pages come near.
search-none = No page was found for these words. Try other words, or choose a part.
# In the terminal, where somebody typed no letter.
search-no-words = careshelf: there is nothing to look for. Type a word or a question.

## A visit

# The button that hides the page at once, so that nobody sees what is read.
hide = Hide
# What screen readers say then.
hidden-spoken = The page is hidden. Press Shift three times to show it again.
# On the hidden page and after it.
start-again = Start again
# On a kiosk: the button that ends the visit.
done = I’m done
# What a kiosk shows while nobody is there.
welcome-about = Help with heroin and other opioids
# Nobody touched anything for a while.
still-there = Are you still there?
still-there-closes = { $secs ->
    [one] This page closes in 1 second.
   *[other] This page closes in { $secs } seconds.
}
still-here = I’m still here
still-there-keeps = Then all that you opened, chose or gathered here is gone. Touch anywhere or press any key to stay.

## Languages

# The heading over the languages.
language = Language
# Under a text that was written in another language.
translated = Translated from { $from ->
    [en] English
    [es] Spanish
   *[other] another language
} by { $name } on { $date }.
translated-checked = Translation checked by { $name } on { $date }.
translated-not-checked = Translated, not yet checked by a clinician.

## Text size and colors

look-and-size = Text and colors
text-size = Text size
text-size-normal = Normal
text-size-large = Large
text-size-larger = Larger
text-size-largest = Largest
theme = Colors
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
spacing = Space in the text
spacing-normal = Usual
spacing-wide = Wide
motion = Movement
motion-moving = Moving pictures
motion-still = Only numbers

## Writing

# The name of the keyboard on screen, for screen readers.
keyboard = Keyboard
keyboard-try = Try the keyboard
keyboard-try-field = Write something
keyboard-try-wrote = You wrote: { $words }
keyboard-try-about = It is forgotten when you close this.
# The button in a text field.
field-clear = Clear
field-full = The field is full.
# The keys that choose what the other keys write.
key-letters = Letters
key-accents = Accents
key-numbers = Numbers
key-shift = Capital letter
key-space = Space
key-delete = Delete
key-close = Close the keyboard
# What screen readers call a capital letter on a key.
key-capital = capital { $letter }
# What they call a mark, by its number in Unicode. What is not here is called by itself.
key-mark = { $code ->
    [U0021] exclamation mark
    [U0022] quotation mark
    [U0023] number sign
    [U0024] dollar
    [U0025] percent
    [U0026] and sign
    [U0027] apostrophe
    [U0028] opening bracket
    [U0029] closing bracket
    [U002A] star
    [U002B] plus
    [U002C] comma
    [U002D] hyphen
    [U002E] period
    [U002F] slash
    [U003A] colon
    [U003B] semicolon
    [U003D] equals
    [U003F] question mark
    [U0040] at sign
    [U005F] underscore
    [U00A1] opening exclamation mark
    [U00A3] pound
    [U00BF] opening question mark
    [U20AC] euro
   *[other] { $mark }
}
# What they say after a key.
echo-deleted = Deleted: { $letter }
echo-empty = Nothing left to delete
echo-cleared = Cleared
# The same in a field that nobody beside the reader may hear.
echo-wrote-secret = One character
echo-deleted-secret = One character deleted

## Sources

who-says-so = Who says so?
# The name of the small numbers after a text, for screen readers.
who-says-so-numbers = Who says so? { $numbers }
who-says-so-explained = Touch a small number in the text to see who says so.
being-checked = being checked
being-checked-explained = “Being checked” marks general knowledge for which no source has been read yet.
source-published = { $publisher }, { $published }
source-read-page = The page was read.
source-read-copy = A copy of it was read.
source-read-part = Part of it was read.
source-read-none = It was not read.
source-kind-guideline = Guidelines, regulators and product labels
source-kind-agency = Public agencies
source-kind-paper = Research papers
source-kind-other = Charities, news, courses and lists

## The foot of a section

checked = Checked against sources on { $date }.
not-approved = Not yet approved for this site.
approved = Approved for this site by { $name } on { $date }.
review-by = Next check by { $date }.
overdue = This page should have been checked again by { $date }. Ask staff whether it is still right.
incomplete = A piece of this page could not be shown. Ask staff, and tell them to look at the About page.
site-unreadable = The settings of this place could not be read. The emergency number may be a different one here.
# On the page of a machine that can show nothing but the overdose steps.
safe-tell-staff = Something is wrong with this machine. For now it only shows these steps. Please tell somebody who works here.
general-information = This is general information. It does not replace a doctor, a nurse or the emergency services.
content-version = Content version { $version }

## Blocks

see-also = Read more
step-number = Step { $number }
# The kind of a box, for readers who cannot see its colour.
callout-danger = Danger
callout-urgent = Get care
callout-note = Good to know
callout-good = Good news
contact-phone = Call
contact-text = Text
contact-tty = Text telephone (TTY)
contact-hours = Hours
contact-languages = Languages
here-title = You are here
here-address = Address
here-room = Room
here-door-code = Door code
here-naloxone = Naloxone is here
here-aed = The nearest AED is here
here-say = Read this to the person on the phone.
service-address = Address
service-checked = Checked on { $date }
# Where the numbers of a protocol hold; by its id, or else by its own name.
protocol-place = { $id ->
    [us] the United States
    [uk] the United Kingdom
   *[other] { $name }
}
dates-protocol = Numbers for { $place }
dates-guide = Overdose steps, one at a time
dates-helplines = Telephone numbers
problems-none = No problems were found in the content or the site file.
problems-some = { $count ->
    [one] One problem was found in the content or the site file. The person who looks after this machine should mend it.
   *[other] { $count } problems were found in the content or the site file. The person who looks after this machine should mend them.
}

## The guide: an overdose, one step at a time

guide-start = Help me now, step by step
practice-start = Practice the steps
practice-real = This is real
guide-call = Call { $number }
guide-progress = { $at } of { $count }
# What screen readers say when another card comes.
guide-step-spoken = Step { $at } of { $count }: { $title }
guide-leave = Leave, all is safe
# The same where there is little room.
guide-leave-short = Leave
guide-back = Back
guide-say-title = Say on the phone
# Over the place and what to say: the number on screen looks like a button.
guide-use-phone = Use a phone. This screen cannot call.
guide-practice = Practice. Nobody is in danger.
guide-speed = How fast time goes
guide-speed-times = { $speed }×
forms-title = Kinds of naloxone
# In the terminal: when the next dose of a kind may follow.
guide-form-wait = Next dose after { $wait }.

doses-title = Doses
doses-none = No dose given yet.
doses-wait = Dose { $number } given. Help them breathe. Check again after { $wait }.
doses-due = { $time } have passed. Awake and breathing well? If not, give another dose.
doses-overdue = More than { $time }. Not awake, or not breathing well? Give another dose now.
doses-ago = Dose { $number }: { $age } ago
doses-check = Check them now
doses-take-back = Take back the last dose
# Minutes and seconds.
clock = { $minutes }:{ $secs }

# The names of the moving pictures, for screen readers.
pacer-compressions = Beat for chest pushes
pacer-breaths = Beat for breaths
pacer-push = Push
pacer-ready = Get ready
pacer-blow = Blow now
pacer-fall = Let the chest fall
pacer-wait = Wait for the next breath
pacer-with-breaths = Pushes and breaths
pacer-only-pushes = Only pushes
volume = Sound
volume-off = Sound off
volume-quiet = Quiet
volume-loud = Loud
no-sound = No sound on this machine. Follow the picture.

# The bar on every other screen while an emergency is under way.
bar-title = Overdose help is still on.
bar-back = Back to the steps
bar-end = All is safe: finish
# The same button, once it was pressed while doses are written down.
bar-end-asked = Forget the doses? Yes

## Printing

print = Print
print-this-page = Print this page
print-more = Print ({ $count })
print-gather = Add to my pages
print-put-back = Remove from my pages
print-title = Print
print-what = What to print
print-what-section = This page: { $title }
print-what-topic = All of { $title } ({ $count })
print-what-basket = My pages ({ $count })
print-basket-empty = Clear my pages
print-layout = How it looks
print-handout = Handout
print-large = Large print
print-card = Wallet card
print-poster = Poster
print-fixed = The wallet card and the poster always show the overdose steps.
# Pages in two languages side by side.
print-beside = { $first } and { $second }
print-paper = Paper
print-letter = Letter
print-a4 = A4
print-setting = Making the pages…
print-failed = These pages cannot be made. Ask staff, and tell them this:
print-shown = Page { $number } of { $count }
print-page-name = Page { $number } of { $count }, as it will be printed
print-previous = Page before
print-next = Page after
print-zoom = Size
print-zoom-page = Whole page
print-zoom-width = Larger
print-zoom-close = Largest
print-printer = Printer
print-looking = Looking for printers…
print-none = No printer was found.
print-copies = Copies
print-copies-count = { $count ->
    [one] 1 copy
   *[other] { $count } copies
}
print-fewer = One copy fewer
print-one-more = One copy more
print-sides = Sides
print-one-side = One side
print-two-sides = Both sides
print-start = { $pages ->
    [one] Print 1 page
   *[other] Print { $pages } pages
}
print-save = Save as PDF
print-saving = Saving…
print-saved = Saved: { $path }
print-not-saved = The pages could not be saved ({ $reason }). Try again, or ask staff.
print-open-saved = Open in the PDF viewer
print-cancel = Stop printing
print-again = Try again
print-more-again = Print something else
print-done = Done
print-sending = Sending the pages…
print-queued = Waiting for the printer…
print-printing = Printing…
print-cancelling = Stopping…
print-printed = Printed.
print-printed-step = Take your pages from the printer. Leave none for others to read.
print-cancelled = Printing was stopped.
print-cancelled-step = A page may have come out. Take it with you.
print-not-known = Nobody can tell whether the pages came out.
print-kept = Your pages are still chosen.
print-call-code = Or call { $name }. Point your phone's camera here.
printer-says = The printer says: { $word }

# What is in the way of a page, in one sentence.
trouble-no-paper = The printer has no paper, or not this size.
trouble-paper-jam = Paper is stuck in the printer.
trouble-cover-open = A cover or a door of the printer is open.
trouble-tray-missing = A tray of the printer is not in its place.
trouble-output-full = The tray where pages come out is full.
trouble-toner-empty = The printer has no ink or toner.
trouble-waste-full = The box for used ink is full.
trouble-part-worn-out = A part of the printer is worn out.
trouble-too-hot = The printer is too hot.
trouble-warming-up = The printer is warming up.
trouble-memory-full = These are too many pages for the printer.
trouble-unreachable = The printer does not answer. It may be switched off.
trouble-paused = The printer is paused.
trouble-shutting-down = The printer is switching off.
trouble-needs-attention = The printer needs help.
trouble-queue-broken = The printer is not set up right.
trouble-held = The pages are held back.
trouble-busy = The printer is busy with other pages.
trouble-endless = The printer does not say whether it is done.
trouble-document-refused = The printer could not read the pages.
trouble-aborted = The printer gave up.
trouble-ended-with-errors = Something went wrong. Pages may be missing.
trouble-not-allowed = This machine may not print here.
trouble-paper-low = The printer is almost out of paper.
trouble-output-almost-full = The tray where pages come out is almost full.
trouble-toner-low = The printer is almost out of ink or toner.
trouble-waste-almost-full = The box for used ink is almost full.
trouble-part-wears-out = A part of the printer wears out soon.
trouble-no-spooler = Printing is not set up on this machine.
trouble-spooler-silent = The printing service of this machine does not answer.
trouble-unknown-printer = This printer is not here any more.
trouble-not-accepting-jobs = The printer takes no pages at the moment.
trouble-format-not-supported = This printer cannot print these pages.
trouble-paper-not-offered = This printer does not have that paper.
trouble-two-sided-not-offered = This printer prints on one side only.
trouble-copies-not-offered = This printer makes { $most } copies at most.
trouble-refused = The printing service did not take the pages.
trouble-pages-not-made = The pages could not be made.
trouble-not-on-this-system = Pages cannot be sent to a printer from here.
trouble-unknown = The printer reports a problem.

# What to do about it, in one sentence.
step-ask-staff = Ask staff for help.
step-tell-staff = Please tell staff.
step-fill-paper = Put paper in the tray, or ask staff.
step-clear-jam = Ask staff to take it out.
step-close = Close it.
step-push-tray = Push it in.
step-empty-tray = Take out the pages that lie there.
step-wait = Wait a little.
# After a step that mends it, while the job waits for it, and after it was given up.
step-goes-on = { $step } Printing then goes on by itself.
step-then-again = { $step } Then try again.
step-fewer-pages = Choose fewer pages, or ask staff.
step-switch-on = Look whether it is switched on, or ask staff.
step-look-at-display = Look at the display on the printer, or ask staff.
step-try-later = Wait, or try again later.
step-look-in-tray = Look in the tray of the printer. If nothing is there, ask staff.
step-try-again = Try again. If that does not help, ask staff.
step-check-pages = Count your pages. If one is missing, ask staff.
step-other-printer = Choose another printer, or ask staff.
step-other-paper = Choose another paper size or printer, or ask staff.
step-one-side = Choose one side.
step-fewer-copies = Choose fewer copies.
step-save-pages = Save the pages as a PDF file, and print that file.

## On paper

print-page = Page { $number } of { $count }
# The title of pages from several topics.
print-selection = Pages to take with you
# What a picture for a phone's camera is, for readers who cannot see it.
print-code = A code for a phone's camera. It calls { $number }.
# The title of the card and the poster.
print-overdose = Overdose? Call { $number }
card-numbers = Who to call
# Before an empty line to write on.
card-expiry = My naloxone expires on
card-how-to-fold = Cut along the outer lines. Fold like a zigzag at the dotted lines.

## The administrator

admin-title = Administrator
admin-pin = Type the PIN
# How much was typed; the digits themselves are never said or shown.
admin-digits = { $count ->
    [0] No digit yet
    [one] 1 digit
   *[other] { $count } digits
}
admin-erase = Take back the last digit
admin-open = Open
admin-wrong = { $left ->
    [one] That was not the PIN. 1 try is left.
   *[other] That was not the PIN. { $left } tries are left.
}
admin-locked = { $minutes ->
    [one] Too many wrong tries. Try again in 1 minute. A restart does not make it shorter.
   *[other] Too many wrong tries. Try again in { $minutes } minutes. A restart does not make it shorter.
}
admin-no-pin = No PIN has been set, so nobody can come in here.
admin-no-pin-step = To set one, run “careshelf set-pin” in a terminal of this machine. It is kept in { $path }.
admin-unreadable = The PIN cannot be read, so nobody can come in here.
admin-unreadable-step = Let the account that runs Careshelf read the file, or set a new PIN with “careshelf set-pin”. ({ $reason })
admin-unwritable = Tries cannot be written down, so nobody can come in here.
admin-unwritable-step = Let the account that runs Careshelf write there, or make room on the disk. ({ $reason })
admin-lost = The PIN could not be looked for.
admin-lost-step = Start the program again.
admin-test-print = Print a test page…
admin-leave = Leave kiosk mode…
# The same button, once it was pressed.
admin-leave-asked = Close the program? Yes
admin-again = Look again
admin-health = How this machine is
# Before something that is not as it should be.
health-care = Needs care: { $value }
health-program = Program
health-program-version = Careshelf { $version }
health-content = Content
health-content-age = { $days ->
    [one] Version { $version }, last checked on { $date }, 1 day ago
   *[other] Version { $version }, last checked on { $date }, { $days } days ago
}
health-content-late = { $late ->
    [one] { $age }. 1 section should have been checked again.
   *[other] { $age }. { $late } sections should have been checked again.
}
health-clock = Clock
health-clock-wrong = The clock is wrong. It says { $date }, but the content was checked on { $newest }. Set the clock of this machine.
health-problems = Problems
health-problems-more = And { $count } more, on the About page
health-printer = Printer
health-printer-ready = { $printer } is ready
health-printer-trouble = { $printer }: { $trouble } { $step }
health-sound = Sound
health-sound-none = Nothing here plays sound. Install pw-cat, paplay or aplay.
health-sound-failed = { $way } was tried, and could not be heard
health-display = Display
health-display-size = { $width } × { $height } pixels, { $across } × { $down } points, scale { $scale }
health-visits = A visit ends
health-visits-rules = After { $idle } seconds without a touch, and { $warning } more in which that is said
health-renderer = Painted by
health-renderer-cpu = The processor
health-renderer-gpu = The graphics driver
health-disk = Free disk
health-disk-free = { $mega } MB in { $folder }
health-unknown = Nobody can tell

## Quantities

quantity-range = { $least } to { $most }
quantity-count = { $amount }
quantity-seconds = { $most ->
    [one] { $amount } second
   *[other] { $amount } seconds
}
quantity-minutes = { $most ->
    [one] { $amount } minute
   *[other] { $amount } minutes
}
quantity-hours = { $most ->
    [one] { $amount } hour
   *[other] { $amount } hours
}
quantity-inches = { $most ->
    [one] { $amount } inch
   *[other] { $amount } inches
}
quantity-centimetres = { $amount } cm

## The terminal

no-display = careshelf: there is no screen to open a window on. Read in the terminal instead: careshelf list, then careshelf show SECTION
no-window = careshelf: the window could not be opened ({ $reason }). Read in the terminal instead: careshelf list, then careshelf show SECTION
no-such-section = careshelf: there is no section "{ $id }". See them all: careshelf list
no-such-section-guess = careshelf: there is no section "{ $id }". Did you mean "{ $guess }"? See them all: careshelf list
no-such-card = careshelf: the guide has no card "{ $id }". It has these: { $cards }
check-clean = No problems in { $sections } sections of { $topics } topics.
check-problems = { $count ->
    [one] 1 problem.
   *[other] { $count } problems.
}
# The formula for the reading grade is made for one language.
check-unmeasured = Nobody has measured how hard the texts in "{ $language }" are to read: there is no formula for this language.
