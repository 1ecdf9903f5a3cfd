# The words on buttons and in messages. The content is in the .ron files beside this one.

app-name = Careshelf
overdose-now = ¿Sobredosis? Actúe ya

## Finding the way

# The name of the row of tabs, for screen readers.
topics = Temas
# The heading over the list of sections.
sections-of = En esta parte
# Over a part of a list that is too long to be shown as a whole.
list-shown = { $list ->
    [sources] Fuentes { $from } a { $to } de { $count }
    [problems] Problemas { $from } a { $to } de { $count }
   *[sections] Secciones { $from } a { $to } de { $count }
}
# The buttons above and below such a part.
list-previous = Anterior: { $from } a { $to }
list-next = Siguiente: { $from } a { $to }
# On small windows, the button that opens the list of sections.
section-position = Secciones: { $number } de { $count }
next-section = Siguiente: { $title }
# The name of the text area, for screen readers.
reading-area = { $topic }: { $title }
# On the page of a tab that is still being read.
one-moment = Un momento…
close = Cerrar

## Search

search = Buscar
search-field = ¿Qué busca?
search-about = Escriba una palabra o una pregunta. Los errores pequeños no importan. Lo que escribe no se guarda.
# Over the parts of the library, while nothing is typed and where nothing was found.
search-topics = O elija una parte
# The content is still being read.
search-reading = Un momento. Las páginas todavía se están cargando.
search-looking = Buscando…
# Screen readers say it when the reader rests.
search-count = { $count ->
    [one] 1 página encontrada
   *[other] { $count } páginas encontradas
}
# The name of a button that opens a page that was found, for screen readers.
search-hit = { $title }. { $topic }. { $text }
# What was typed may be about an overdose that happens now.
search-emergency = ¿Es una sobredosis?
search-emergency-about = No siga leyendo. Actúe ya.
search-emergency-steps = Todos los pasos en una página
search-near = Ninguna página tiene justo estas palabras. Estas se acercan.
search-none = No se encontró ninguna página con estas palabras. Pruebe con otras, o elija una parte.
# In the terminal, where somebody typed no letter.
search-no-words = careshelf: no hay nada que buscar. Escriba una palabra o una pregunta.

## A visit

# The button that hides the page at once, so that nobody sees what is read.
hide = Ocultar
# What screen readers say then.
hidden-spoken = La página está oculta. Presione Shift (Mayús) tres veces para verla otra vez.
# On the hidden page and after it.
start-again = Volver a empezar
# On a kiosk: the button that ends the visit.
done = Ya terminé
# What a kiosk shows while nobody is there.
welcome-about = Ayuda con la heroína y otros opioides
# Nobody touched anything for a while.
still-there = ¿Sigue ahí?
still-there-closes = { $secs ->
    [one] Esta página se cierra en 1 segundo.
   *[other] Esta página se cierra en { $secs } segundos.
}
still-here = Sigo aquí
still-there-keeps = Entonces se borra todo lo que abrió, eligió o juntó aquí. Para seguir, toque la pantalla o presione una tecla.

## Languages

# The heading over the languages.
language = Idioma
# Under a text that was written in another language.
translated = Traducido del { $from ->
    [en] inglés
    [es] español
   *[other] original
} por { $name } el { $date }.
translated-checked = Traducción revisada por { $name } el { $date }.
translated-not-checked = Es una traducción que aún no ha revisado un profesional de salud.

## Text size and colors

look-and-size = Texto y colores
text-size = Tamaño del texto
text-size-normal = Normal
text-size-large = Grande
text-size-larger = Más grande
text-size-largest = Máximo
theme = Colores
theme-light = Claro
theme-dark = Oscuro
theme-contrast = Alto contraste
spacing = Espacio en el texto
spacing-normal = Normal
spacing-wide = Amplio
motion = Movimiento
motion-moving = Imágenes animadas
motion-still = Solo números

## Writing

# The name of the keyboard on screen, for screen readers.
keyboard = Teclado
keyboard-try = Probar el teclado
keyboard-try-field = Escriba algo
keyboard-try-wrote = Usted escribió: { $words }
keyboard-try-about = Se olvida cuando usted cierra esto.
# The button in a text field.
field-clear = Vaciar
field-full = El campo está lleno.
# The keys that choose what the other keys write.
key-letters = Letras
key-accents = Acentos
key-numbers = Números
key-shift = Mayúscula
key-space = Espacio
key-delete = Borrar
key-close = Cerrar el teclado
# What screen readers call a capital letter on a key.
key-capital = { $letter } mayúscula
# What they call a mark, by its number in Unicode. What is not here is called by itself.
key-mark = { $code ->
    [U0021] cierra exclamación
    [U0022] comillas
    [U0023] signo de número
    [U0024] dólar
    [U0025] por ciento
    [U0026] y comercial
    [U0027] apóstrofo
    [U0028] abre paréntesis
    [U0029] cierra paréntesis
    [U002A] asterisco
    [U002B] más
    [U002C] coma
    [U002D] guion
    [U002E] punto
    [U002F] barra
    [U003A] dos puntos
    [U003B] punto y coma
    [U003D] igual
    [U003F] cierra interrogación
    [U0040] arroba
    [U005F] guion bajo
    [U00A1] abre exclamación
    [U00A3] libra
    [U00BF] abre interrogación
    [U20AC] euro
   *[other] { $mark }
}
# What they say after a key.
echo-deleted = Se borró: { $letter }
echo-empty = No queda nada que borrar
echo-cleared = Campo vacío
# The same in a field that nobody beside the reader may hear.
echo-wrote-secret = Un carácter
echo-deleted-secret = Se borró un carácter

## Sources

who-says-so = ¿Quién lo dice?
# The name of the small numbers after a text, for screen readers.
who-says-so-numbers = ¿Quién lo dice? { $numbers }
who-says-so-explained = Toque un número pequeño en el texto para ver quién lo dice.
being-checked = en revisión
being-checked-explained = “En revisión” marca lo que se sabe en general, pero todavía no se ha leído una fuente.
source-published = { $publisher }, { $published }
source-read-page = Se leyó la página.
source-read-copy = Se leyó una copia.
source-read-part = Se leyó una parte.
source-read-none = No se leyó.
source-kind-guideline = Guías, organismos reguladores y etiquetas de productos
source-kind-agency = Agencias públicas
source-kind-paper = Artículos científicos
source-kind-other = Organizaciones benéficas, noticias, cursos y listas

## The foot of a section

checked = Revisado con las fuentes el { $date }.
not-approved = Todavía no aprobado para este centro.
approved = Aprobado para este centro por { $name } el { $date }.
review-by = Revisar antes del { $date }.
overdue = Esta página se debía revisar de nuevo antes del { $date }. Pregunte al personal si todavía es correcta.
incomplete = No se pudo mostrar una parte de esta página. Pregunte al personal y dígale que mire la página “Acerca de”.
site-unreadable = No se pudieron leer los datos de este lugar. Aquí el número de emergencia puede ser otro.
# On the page of a machine that can show nothing but the overdose steps.
safe-tell-staff = Algo anda mal con esta máquina. Por ahora solo muestra estos pasos. Por favor, avise a alguien que trabaje aquí.
general-information = Esta es información general. No reemplaza al personal médico, al de enfermería ni a los servicios de emergencia.
content-version = Versión del contenido { $version }

## Blocks

see-also = Lea más
step-number = Paso { $number }
# The kind of a box, for readers who cannot see its colour.
callout-danger = Peligro
callout-urgent = Busque atención médica
callout-note = Conviene saber
callout-good = Buena noticia
contact-phone = Teléfono
contact-text = Mensaje de texto
contact-tty = Teléfono de texto (TTY)
contact-hours = Horario
contact-languages = Idiomas
here-title = Usted está aquí
here-address = Dirección
here-room = Sala
here-door-code = Clave de la puerta
here-naloxone = La naloxona está aquí
here-aed = El desfibrilador (AED) más cercano
here-say = Lea esto a quien le contesta el teléfono.
service-address = Dirección
service-checked = Revisado el { $date }
# Where the numbers of a protocol hold; by its id, or else by its own name.
protocol-place = { $id ->
    [us] Estados Unidos
    [uk] el Reino Unido
   *[other] { $name }
}
dates-protocol = Cifras para { $place }
dates-guide = Pasos en una sobredosis, uno por uno
dates-helplines = Números de teléfono
problems-none = No se encontraron problemas en el contenido ni en el archivo del centro.
problems-some = { $count ->
    [one] Se encontró un problema en el contenido o en el archivo del centro. Debe arreglarlo la persona que cuida esta máquina.
   *[other] Se encontraron { $count } problemas en el contenido o en el archivo del centro. Debe arreglarlos la persona que cuida esta máquina.
}

## The guide: an overdose, one step at a time

guide-start = Ayuda ahora, paso a paso
practice-start = Practicar los pasos
practice-real = Esto es real
guide-call = Llame al { $number }
guide-progress = { $at } de { $count }
# What screen readers say when another card comes.
guide-step-spoken = Paso { $at } de { $count }: { $title }
guide-leave = ¿Sin peligro? Salir
# The same where there is little room.
guide-leave-short = Salir
guide-back = Atrás
guide-say-title = Diga por teléfono
# Over the place and what to say: the number on screen looks like a button.
guide-use-phone = Use un teléfono. Esta pantalla no puede llamar.
guide-practice = Práctica. Nadie está en peligro.
guide-speed = Velocidad del tiempo
guide-speed-times = { $speed }×
forms-title = Tipos de naloxona
# In the terminal: when the next dose of a kind may follow.
guide-form-wait = Próxima dosis después de { $wait }.

doses-title = Dosis
doses-none = Ninguna dosis todavía.
doses-wait = Se dio la dosis { $number }. Ayude a la persona a respirar. Revise otra vez después de { $wait }.
doses-due = Pasaron { $time }. ¿La persona está despierta y respira bien? Si no, dele otra dosis.
doses-overdue = Más de { $time }. ¿No está despierta, o no respira bien? Dele otra dosis ahora.
doses-ago = Dosis { $number }: hace { $age }
doses-check = Vea ya cómo está
doses-take-back = Borrar la última dosis
# Minutes and seconds.
clock = { $minutes }:{ $secs }

# The names of the moving pictures, for screen readers.
pacer-compressions = Ritmo para empujar el pecho
pacer-breaths = Ritmo para las respiraciones
pacer-push = Empuje
pacer-ready = Prepárese
pacer-blow = Sople ahora
pacer-fall = Deje bajar el pecho
pacer-wait = Espere el próximo soplo
pacer-with-breaths = Empujar y soplar
pacer-only-pushes = Solo empujar
volume = Sonido
volume-off = Sin sonido
volume-quiet = Bajo
volume-loud = Alto
no-sound = Esta máquina no tiene sonido. Siga la imagen.

# The bar on every other screen while an emergency is under way.
bar-title = Ayuda en sobredosis aún activa.
bar-back = Volver a los pasos
bar-end = ¿Sin peligro? Terminar
# The same button, once it was pressed while doses are written down.
bar-end-asked = ¿Borrar las dosis? Sí

## Printing

print = Imprimir
print-this-page = Imprimir esta página
print-more = Imprimir ({ $count })
print-gather = Añadir a mis páginas
print-put-back = Quitar de mis páginas
print-title = Imprimir
print-what = Qué imprimir
print-what-section = Esta página: { $title }
print-what-topic = Todo: { $title } ({ $count })
print-what-basket = Mis páginas ({ $count })
print-basket-empty = Vaciar mis páginas
print-layout = Cómo se ve
print-handout = Hoja informativa
print-large = Letra grande
print-card = Tarjeta de bolsillo
print-poster = Cartel
print-fixed = La tarjeta de bolsillo y el cartel siempre muestran los pasos en una sobredosis.
# Pages in two languages side by side.
print-beside = { $first } y { $second }
print-paper = Papel
print-letter = Carta
print-a4 = A4
print-setting = Preparando las páginas…
print-failed = No se pueden preparar estas páginas. Pregunte al personal y dígale esto:
print-shown = Página { $number } de { $count }
print-page-name = Página { $number } de { $count }, como saldrá en papel
print-previous = Página anterior
print-next = Página siguiente
print-zoom = Tamaño
print-zoom-page = Página entera
print-zoom-width = Más grande
print-zoom-close = Máximo
print-printer = Impresora
print-looking = Buscando impresoras…
print-none = No se encontró ninguna impresora.
print-copies = Copias
print-copies-count = { $count ->
    [one] 1 copia
   *[other] { $count } copias
}
print-fewer = Una copia menos
print-one-more = Una copia más
print-sides = Lados
print-one-side = Un lado
print-two-sides = Ambos lados
print-start = { $pages ->
    [one] Imprimir 1 página
   *[other] Imprimir { $pages } páginas
}
print-save = Guardar en PDF
print-saving = Guardando…
print-saved = Guardado: { $path }
print-not-saved = No se pudieron guardar las páginas ({ $reason }). Intente otra vez o pregunte al personal.
print-open-saved = Abrir en el visor de PDF
print-cancel = Dejar de imprimir
print-again = Reintentar
print-more-again = Imprimir otra cosa
print-done = Listo
print-sending = Enviando las páginas…
print-queued = Esperando a la impresora…
print-printing = Imprimiendo…
print-cancelling = Deteniendo…
print-printed = Ya se imprimió.
print-printed-step = Recoja sus páginas de la impresora. No deje ninguna que otros puedan leer.
print-cancelled = Se detuvo la impresión.
print-cancelled-step = Puede haber salido una página. Llévesela.
print-not-known = No se puede saber si salieron las páginas.
print-kept = Sus páginas siguen elegidas.
print-call-code = O llame: { $name }. Apunte aquí con la cámara de su teléfono.
printer-says = La impresora dice: { $word }

# What is in the way of a page, in one sentence.
trouble-no-paper = La impresora no tiene papel, o no de este tamaño.
trouble-paper-jam = Hay papel atascado en la impresora.
trouble-cover-open = La impresora tiene una tapa o una puerta abierta.
trouble-tray-missing = Una bandeja de la impresora no está en su lugar.
trouble-output-full = La bandeja donde salen las páginas está llena.
trouble-toner-empty = La impresora no tiene tinta o tóner.
trouble-waste-full = La caja de tinta usada está llena.
trouble-part-worn-out = Una pieza de la impresora está gastada.
trouble-too-hot = La impresora está demasiado caliente.
trouble-warming-up = La impresora se está calentando.
trouble-memory-full = Son demasiadas páginas para la impresora.
trouble-unreachable = La impresora no responde. Puede estar apagada.
trouble-paused = La impresora está en pausa.
trouble-shutting-down = La impresora se está apagando.
trouble-needs-attention = La impresora necesita ayuda.
trouble-queue-broken = La impresora no está bien configurada.
trouble-held = Las páginas están retenidas.
trouble-busy = La impresora está ocupada con otras páginas.
trouble-endless = La impresora no dice si ya terminó.
trouble-document-refused = La impresora no pudo leer las páginas.
trouble-aborted = La impresora dejó de intentarlo.
trouble-ended-with-errors = Algo salió mal. Pueden faltar páginas.
trouble-not-allowed = Esta máquina no tiene permiso para imprimir aquí.
trouble-paper-low = A la impresora casi no le queda papel.
trouble-output-almost-full = La bandeja donde salen las páginas está casi llena.
trouble-toner-low = A la impresora casi no le queda tinta o tóner.
trouble-waste-almost-full = La caja de tinta usada está casi llena.
trouble-part-wears-out = Una pieza de la impresora se gastará pronto.
trouble-no-spooler = La impresión no está configurada en esta máquina.
trouble-spooler-silent = El servicio de impresión de esta máquina no responde.
trouble-unknown-printer = Esta impresora ya no está aquí.
trouble-not-accepting-jobs = La impresora no acepta páginas en este momento.
trouble-format-not-supported = Esta impresora no puede imprimir estas páginas.
trouble-paper-not-offered = Esta impresora no tiene ese papel.
trouble-two-sided-not-offered = Esta impresora solo imprime por un lado.
trouble-copies-not-offered = Esta impresora hace { $most } copias como máximo.
trouble-refused = El servicio de impresión no aceptó las páginas.
trouble-pages-not-made = No se pudieron preparar las páginas.
trouble-not-on-this-system = Desde aquí no se pueden enviar páginas a una impresora.
trouble-unknown = La impresora avisa que hay un problema.

# What to do about it, in one sentence.
step-ask-staff = Pida ayuda al personal.
step-tell-staff = Por favor, avise al personal.
step-fill-paper = Ponga papel en la bandeja o pregunte al personal.
step-clear-jam = Pida al personal que lo saque.
step-close = Ciérrela.
step-push-tray = Empújela hacia adentro.
step-empty-tray = Saque las páginas que están ahí.
step-wait = Espere un poco.
# After a step that mends it, while the job waits for it, and after it was given up.
step-goes-on = { $step } Luego la impresión sigue sola.
step-then-again = { $step } Luego intente otra vez.
step-fewer-pages = Elija menos páginas o pregunte al personal.
step-switch-on = Mire si está encendida o pregunte al personal.
step-look-at-display = Mire la pantalla de la impresora o pregunte al personal.
step-try-later = Espere, o intente más tarde.
step-look-in-tray = Mire en la bandeja de la impresora. Si no hay nada, pregunte al personal.
step-try-again = Intente otra vez. Si no funciona, pregunte al personal.
step-check-pages = Cuente sus páginas. Si falta una, pregunte al personal.
step-other-printer = Elija otra impresora o pregunte al personal.
step-other-paper = Elija otro tamaño de papel u otra impresora, o pregunte al personal.
step-one-side = Elija un lado.
step-fewer-copies = Elija menos copias.
step-save-pages = Guarde las páginas en un archivo PDF e imprima ese archivo.

## On paper

print-page = Página { $number } de { $count }
# The title of pages from several topics.
print-selection = Páginas para llevar
# What a picture for a phone's camera is, for readers who cannot see it.
print-code = Un código para la cámara de un teléfono. Llama al { $number }.
# The title of the card and the poster.
print-overdose = ¿Sobredosis? Llame al { $number }
card-numbers = A quién llamar
# Before an empty line to write on.
card-expiry = Mi naloxona vence el
card-how-to-fold = Corte por las líneas de afuera. Doble en zigzag por las líneas de puntos.

## The administrator

admin-title = Administración
admin-pin = Escriba el PIN
# How much was typed; the digits themselves are never said or shown.
admin-digits = { $count ->
    [0] Todavía ningún dígito
    [one] 1 dígito
   *[other] { $count } dígitos
}
admin-erase = Borrar el último dígito
admin-open = Abrir
admin-wrong = { $left ->
    [one] Ese no era el PIN. Queda 1 intento.
   *[other] Ese no era el PIN. Quedan { $left } intentos.
}
admin-locked = { $minutes ->
    [one] Demasiados intentos fallidos. Intente otra vez en 1 minuto. Reiniciar no acorta la espera.
   *[other] Demasiados intentos fallidos. Intente otra vez en { $minutes } minutos. Reiniciar no acorta la espera.
}
admin-no-pin = No hay un PIN, así que nadie puede entrar aquí.
admin-no-pin-step = Para crear uno, use “careshelf set-pin” en una terminal de esta máquina. Se guarda en { $path }.
admin-unreadable = No se puede leer el PIN, así que nadie puede entrar aquí.
admin-unreadable-step = Permita que la cuenta que usa Careshelf lea el archivo, o cree un PIN nuevo con “careshelf set-pin”. ({ $reason })
admin-unwritable = No se pueden anotar los intentos, así que nadie puede entrar aquí.
admin-unwritable-step = Permita que la cuenta que usa Careshelf escriba ahí, o libere espacio en el disco. ({ $reason })
admin-lost = No se pudo buscar el PIN.
admin-lost-step = Inicie el programa otra vez.
admin-test-print = Imprimir una prueba…
admin-leave = Salir del modo quiosco…
# The same button, once it was pressed.
admin-leave-asked = ¿Cerrar el programa? Sí
admin-again = Mirar otra vez
admin-health = Cómo está esta máquina
# Before something that is not as it should be.
health-care = Necesita atención: { $value }
health-program = Programa
health-program-version = Careshelf { $version }
health-content = Contenido
health-content-age = { $days ->
    [one] Versión { $version }, revisada por última vez el { $date }, hace 1 día
   *[other] Versión { $version }, revisada por última vez el { $date }, hace { $days } días
}
health-content-late = { $late ->
    [one] { $age }. 1 sección ya se debía revisar de nuevo.
   *[other] { $age }. { $late } secciones ya se debían revisar de nuevo.
}
health-clock = Reloj
health-clock-wrong = El reloj está mal. Dice { $date }, pero el contenido se revisó el { $newest }. Ponga en hora el reloj de esta máquina.
health-problems = Problemas
health-problems-more = Y { $count } más, en la página “Acerca de”
health-printer = Impresora
health-printer-ready = { $printer } está lista
health-printer-trouble = { $printer }: { $trouble } { $step }
health-sound = Sonido
health-sound-none = Nada aquí reproduce sonido. Instale pw-cat, paplay o aplay.
health-sound-failed = Se probó { $way }, y no se pudo oír
health-display = Pantalla
health-display-size = { $width } × { $height } píxeles, { $across } × { $down } puntos, escala { $scale }
health-visits = Una visita termina
health-visits-rules = Después de { $idle } segundos sin que nadie toque, y { $warning } más con un aviso
health-renderer = Dibujado por
health-renderer-cpu = El procesador
health-renderer-gpu = El controlador de gráficos
health-disk = Disco libre
health-disk-free = { $mega } MB en { $folder }
health-unknown = No se puede saber

## Quantities

quantity-range = { $least } a { $most }
quantity-count = { $amount }
quantity-seconds = { $most ->
    [one] { $amount } segundo
   *[other] { $amount } segundos
}
quantity-minutes = { $most ->
    [one] { $amount } minuto
   *[other] { $amount } minutos
}
quantity-hours = { $most ->
    [one] { $amount } hora
   *[other] { $amount } horas
}
quantity-inches = { $most ->
    [one] { $amount } pulgada
   *[other] { $amount } pulgadas
}
quantity-centimetres = { $amount } cm

## The terminal

no-display = careshelf: no hay pantalla donde abrir una ventana. Lea aquí, en la terminal: careshelf list, luego careshelf show SECCIÓN
no-window = careshelf: no se pudo abrir la ventana ({ $reason }). Lea aquí, en la terminal: careshelf list, luego careshelf show SECCIÓN
no-such-section = careshelf: no hay una sección "{ $id }". Véalas todas: careshelf list
no-such-section-guess = careshelf: no hay una sección "{ $id }". ¿Quiso decir "{ $guess }"? Véalas todas: careshelf list
no-such-card = careshelf: la guía no tiene una tarjeta "{ $id }". Tiene estas: { $cards }
check-clean = Sin problemas en { $sections } secciones de { $topics } temas.
# The formula for the reading grade is made for one language.
check-unmeasured = Nadie ha medido qué tan difíciles son los textos en "{ $language }": no hay fórmula para este idioma.
check-problems = { $count ->
    [one] 1 problema.
   *[other] { $count } problemas.
}
