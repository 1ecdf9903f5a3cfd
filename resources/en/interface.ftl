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
motion = Movement
motion-moving = Moving pictures
motion-still = Only numbers

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

## Dates and quantities

date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
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
