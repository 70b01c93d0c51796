package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.understand.code.python.Origins.Origin;
import dev.greenlane.engine.understand.text.Decoders;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What functions of the standard library compute, where what the code does hangs on it. */
final class Computations {

    private static final List<String> SECRET_WORDS =
            List.of("TOKEN", "SECRET", "PASSW", "API_KEY", "APIKEY", "PRIVATE_KEY", "ACCESS_KEY", "CREDENTIAL", "AUTH");

    private Computations() {}

    /** What a function gives; empty where that is not followed. */
    static Optional<Thing> call(String name, Arguments arguments) {
        Thing first = arguments.get(0).orElse(Thing.NONE);
        return switch (name) {
            case "str",
                    "repr",
                    "ascii",
                    "format",
                    "os.fspath",
                    "os.fsdecode",
                    "textwrap.dedent",
                    "shlex.quote",
                    "pipes.quote",
                    "os.fsencode" -> Optional.of(arguments.positional().isEmpty() ? Things.text("") : asText(first));
            case "bytes", "bytearray" -> Optional.of(bytes(first));
            case "bytes.fromhex", "bytearray.fromhex", "binascii.unhexlify", "binascii.a2b_hex", "base64.b16decode" ->
                Optional.of(decoded(first, "hex"));
            case "base64.b64decode",
                    "base64.urlsafe_b64decode",
                    "base64.standard_b64decode",
                    "base64.decodebytes",
                    "base64.decodestring",
                    "binascii.a2b_base64" -> Optional.of(decoded(first, "base64"));
            case "zlib.decompress", "gzip.decompress" -> Optional.of(decoded(first, "zlib"));
            case "base64.b32decode" ->
                Optional.of(Things.known(first)
                        .flatMap(Decoders::base32)
                        .map(Things::bytes)
                        .orElseGet(() -> Things.unknown("decoded text", "is computed", Things.origins(first))));
            case "codecs.decode" -> Optional.of(codec(first, arguments));
            case "base64.b64encode", "base64.urlsafe_b64encode", "base64.encodebytes" ->
                Optional.of(Things.known(first)
                        .map(known -> Things.bytes(Decoders.toBase64(known)))
                        .orElseGet(() -> Things.unknown("encoded text", "is computed", Things.origins(first))));
            case "chr" ->
                Things.integer(first)
                        .filter(point -> point >= 0 && point < 0x110000)
                        .map(point -> Things.text(Character.toString(point.intValue())));
            case "ord" ->
                Things.known(first).filter(text -> !text.isEmpty()).map(text -> Things.number(text.codePointAt(0)));
            case "int" -> integer(first, arguments);
            case "len" -> Optional.of(length(first));
            case "range" -> Optional.of(range(arguments));
            case "list", "tuple", "set", "frozenset", "sorted", "iter", "collections.deque" ->
                Optional.of(
                        arguments.positional().isEmpty()
                                ? new Thing.Row(List.of(), false)
                                : Elements.of(first).row());
            case "reversed" -> Optional.of(reversed(Elements.of(first)));
            case "next", "min", "max", "random.choice" -> Optional.of(element(first, arguments));
            case "enumerate" -> Optional.of(enumerate(Elements.of(first)));
            case "zip" -> Optional.of(zip(arguments));
            case "itertools.chain" -> Optional.of(chain(arguments));
            case "dict", "collections.OrderedDict", "collections.defaultdict", "types.SimpleNamespace" ->
                Optional.of(dictionary(arguments));
            case "os.path.join" -> Optional.of(joined(arguments.positional(), arguments.further()));
            case "os.path.dirname" -> Optional.of(path(first, PathText::parent));
            case "os.path.basename" -> Optional.of(path(first, PathText::name));
            case "os.path.abspath",
                    "os.path.realpath",
                    "os.path.normpath",
                    "os.path.expanduser",
                    "os.path.normcase",
                    "os.readlink" -> Optional.of(asText(first));
            case "os.path.expandvars" -> Optional.of(path(first, Computations::expanded));
            case "os.path.splitext" -> Optional.of(splitExtension(first));
            case "os.path.split" ->
                Optional.of(new Thing.Row(List.of(path(first, PathText::parent), path(first, PathText::name)), false));
            case "os.getcwd", "os.getcwdb", "pathlib.Path.cwd" ->
                Optional.of(name.startsWith("os") ? Things.text(".") : pathObject(Value.of(".")));
            case "pathlib.Path.home" -> Optional.of(pathObject(Value.of("~")));
            case "pathlib.Path" ->
                Optional.of(pathObjects(
                        arguments.positional().isEmpty()
                                ? Things.text(".")
                                : joined(arguments.positional(), arguments.further())));
            case "os.getenv", "os.environ.get", "os.environ.pop", "os.environ.setdefault" ->
                Optional.of(environmentVariable(first, arguments.get(1, "default")));
            case "os.environ.copy", "os.environ.items", "os.environ.values" ->
                Optional.of(Things.unknown("environment", "is the environment", Origins.of(Origin.ENVIRONMENT)));
            case "shlex.split" ->
                Optional.of(
                        first instanceof Thing.Text text
                                ? TextMethods.call(unquoted(text), "split", Arguments.NONE)
                                        .orElse(Thing.NONE)
                                : new Thing.Row(
                                        List.of(Things.unknown("word", "is computed", Things.origins(first))), true));
            case "shutil.which" -> Optional.of(first);
            case "re.sub" -> Optional.of(Things.unknown("text", "is computed", arguments.origins()));
            case "time.strftime", "datetime.datetime.now", "datetime.datetime.today", "uuid.uuid4", "time.time" ->
                Optional.of(Things.unknown(name.substring(name.lastIndexOf('.') + 1) + "()", "is the time or chance"));
            case "json.loads",
                    "json.dumps",
                    "copy.copy",
                    "copy.deepcopy",
                    "ast.literal_eval",
                    "urllib.parse.urlencode",
                    "urllib.parse.quote" -> Optional.of(passedOn(name, first));
            case "io.StringIO", "io.BytesIO" -> Optional.of(Things.made(name, Thing.NONE, arguments.origins()));
            default -> Optional.empty();
        };
    }

    /** A known text stays what it is where nothing is done to it that matters. */
    private static Thing passedOn(String name, Thing first) {
        if (name.startsWith("copy.")) {
            return first;
        }
        return Things.isKnown(first)
                ? Things.unknown("data", "is computed")
                : Things.unknown(Things.value(first).display(), "is computed", Things.origins(first));
    }

    /** What an attribute of a module is. */
    static Optional<Thing> attribute(String name) {
        return switch (name) {
            case "os.sep", "os.path.sep" -> Optional.of(Things.text("/"));
            case "os.curdir" -> Optional.of(Things.text("."));
            case "os.pardir" -> Optional.of(Things.text(".."));
            case "os.linesep" -> Optional.of(Things.text("\n"));
            case "os.devnull" -> Optional.of(Things.text("/dev/null"));
            case "os.extsep" -> Optional.of(Things.text("."));
            case "sys.executable" -> Optional.of(Things.text("python3"));
            case "sys.argv" -> Optional.of(arguments());
            case "typing.TYPE_CHECKING" -> Optional.of(Things.truth(false));
            default -> Optional.empty();
        };
    }

    private static Thing arguments() {
        Thing.Row row = new Thing.Row(List.of(), true);
        for (int i = 0; i < 10; i++) {
            row.add(Things.text(Value.unknown("$" + i, "is an argument of the script")));
        }
        return row;
    }

    /** The variable of the environment with a name that may be known. */
    static Thing environmentVariable(Thing name, Optional<Thing> standard) {
        Optional<String> known = Things.known(name);
        if (known.isEmpty()) {
            return Things.unknown("$?", "is a variable of the environment", Origins.of(Origin.PRIVATE));
        }
        if (known.get().equals("HOME") || known.get().equals("USERPROFILE")) {
            return Things.text("~");
        }
        Origins origins = isSecret(known.get()) ? Origins.of(Origin.SECRET) : Origins.NONE;
        Thing variable = Things.text(Value.unknown("$" + known.get(), "is a variable of the environment"), origins);
        return standard.filter(thing -> !Things.isNone(thing))
                .map(thing -> Things.either(List.of(variable, thing)))
                .orElse(variable);
    }

    static boolean isSecret(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return SECRET_WORDS.stream().anyMatch(upper::contains);
    }

    /** A thing as text. */
    static Thing asText(Thing thing) {
        return switch (thing) {
            case Thing.Text text -> text;
            case Thing.Constant constant -> Things.text(Things.value(constant));
            case Thing.Made made when !made.about.equals(Thing.NONE) -> asText(made.about);
            case Thing.Either either ->
                Things.either(
                        either.choices().stream().map(Computations::asText).toList());
            case Thing.Known known
            when known.name().equals("os.environ") ->
                Things.unknown("environment", "is the environment", Origins.of(Origin.ENVIRONMENT));
            default -> Things.text(Things.value(thing), Things.origins(thing));
        };
    }

    private static Thing bytes(Thing thing) {
        if (thing instanceof Thing.Row row && !row.open) {
            StringBuilder text = new StringBuilder(row.elements.size());
            for (Thing element : row.elements) {
                Optional<Long> number = Things.integer(element);
                if (number.isEmpty()) {
                    return Things.unknown("bytes", "are computed", Things.origins(thing));
                }
                text.append((char) (number.get() & 0xFF));
            }
            return Things.bytes(text.toString());
        }
        return thing instanceof Thing.Text text
                ? TextMethods.call(text, "encode", Arguments.NONE).orElse(text)
                : Things.unknown("bytes", "are computed", Things.origins(thing));
    }

    private static Thing decoded(Thing thing, String codec) {
        return Things.known(thing)
                .flatMap(known -> Decoders.codec(codec, known))
                .map(Things::bytes)
                .orElseGet(() -> Things.unknown("decoded text", "is computed", Things.origins(thing)));
    }

    private static Thing codec(Thing thing, Arguments arguments) {
        String codec = arguments.get(1, "encoding").flatMap(Things::known).orElse("utf-8");
        if (!Decoders.isCodec(codec)) {
            return thing;
        }
        Thing decoded = decoded(thing, codec);
        return decoded instanceof Thing.Text text
                        && codec.toLowerCase(Locale.ROOT).startsWith("rot")
                ? new Thing.Text(text.value(), false, text.origins())
                : decoded;
    }

    private static Optional<Thing> integer(Thing thing, Arguments arguments) {
        Optional<Long> number = Things.integer(thing);
        if (number.isPresent()) {
            return number.map(Things::number);
        }
        int radix = arguments
                .get(1, "base")
                .flatMap(Things::integer)
                .map(Long::intValue)
                .orElse(10);
        try {
            Optional<String> text = Things.known(thing).map(String::strip);
            if (text.isPresent() && radix >= 2 && radix <= 36) {
                String digits = radix == 16 ? text.get().replaceFirst("^0[xX]", "") : text.get();
                return Optional.of(Things.number(Long.parseLong(digits, radix)));
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return Optional.of(Things.unknown("int(…)", "is computed"));
    }

    private static Thing length(Thing thing) {
        if (thing instanceof Thing.Row row && !row.open) {
            return Things.number(row.elements.size());
        }
        return Things.known(thing)
                .map(text -> Things.number(text.length()))
                .orElseGet(() -> Things.unknown("len(…)", "is computed"));
    }

    private static Thing range(Arguments arguments) {
        List<Optional<Long>> numbers =
                arguments.positional().stream().map(Things::integer).toList();
        if (numbers.isEmpty() || numbers.stream().anyMatch(Optional::isEmpty)) {
            return new Thing.Row(List.of(Things.unknown("number", "is computed")), true);
        }
        long from = numbers.size() > 1 ? numbers.get(0).orElseThrow() : 0;
        long to = numbers.get(numbers.size() > 1 ? 1 : 0).orElseThrow();
        long step = numbers.size() > 2 ? numbers.get(2).orElseThrow() : 1;
        Thing.Row row = new Thing.Row(List.of(), false);
        for (long i = from; step != 0 && (step > 0 ? i < to : i > to) && !row.open; i += step) {
            row.add(Things.number(i));
        }
        return row;
    }

    private static Thing reversed(Elements elements) {
        List<Thing> turned = new ArrayList<>(elements.known());
        java.util.Collections.reverse(turned);
        return new Thing.Row(turned, elements.open());
    }

    private static Thing element(Thing first, Arguments arguments) {
        List<Thing> elements = arguments.positional().size() > 1
                ? arguments.positional()
                : Elements.of(first).known();
        return elements.isEmpty() ? Things.unknown("element", "is computed") : Things.either(elements);
    }

    private static Thing enumerate(Elements elements) {
        Thing.Row row = new Thing.Row(List.of(), elements.open());
        long index = 0;
        for (Thing element : elements.known()) {
            Thing number = elements.open() ? Things.unknown("index", "is computed") : Things.number(index++);
            row.add(new Thing.Row(List.of(number, element), false));
        }
        return row;
    }

    private static Thing zip(Arguments arguments) {
        List<Elements> all = arguments.positional().stream().map(Elements::of).toList();
        boolean open = all.isEmpty() || all.stream().anyMatch(Elements::open);
        int longest =
                all.stream().mapToInt(elements -> elements.known().size()).max().orElse(0);
        Thing.Row row = new Thing.Row(List.of(), open);
        for (int i = 0; i < longest; i++) {
            List<Thing> tuple = new ArrayList<>(all.size());
            for (Elements elements : all) {
                if (i < elements.known().size()) {
                    tuple.add(elements.known().get(i));
                } else if (elements.open() && !elements.known().isEmpty()) {
                    tuple.add(elements.known().get(elements.known().size() - 1));
                }
            }
            if (tuple.size() == all.size()) {
                row.add(new Thing.Row(tuple, false));
            }
        }
        return row;
    }

    private static Thing chain(Arguments arguments) {
        Thing.Row row = new Thing.Row(List.of(), false);
        arguments.positional().forEach(part -> RowMethods.extend(row, part));
        return row;
    }

    private static Thing dictionary(Arguments arguments) {
        Thing.Table table = new Thing.Table();
        arguments.get(0).ifPresent(first -> {
            if (first instanceof Thing.Row row) {
                row.elements.forEach(pair -> addPair(table, pair));
                table.others.open |= row.open;
            } else {
                RowMethods.merge(table, first);
            }
        });
        table.entries.putAll(arguments.named());
        arguments.loose().forEach(table.others::add);
        return table;
    }

    private static void addPair(Thing.Table table, Thing pair) {
        Optional<String> key = pair instanceof Thing.Row row && row.elements.size() == 2
                ? RowMethods.key(row.elements.get(0))
                : Optional.empty();
        if (key.isPresent() && pair instanceof Thing.Row row) {
            table.entries.put(key.get(), row.elements.get(1));
        } else {
            table.others.add(pair);
        }
    }

    private interface PathFunction {
        Value apply(Value path);
    }

    private static Thing path(Thing thing, PathFunction function) {
        List<Thing> results = new ArrayList<>();
        for (Thing choice : Things.choices(thing)) {
            results.add(Things.text(function.apply(Things.value(choice)), Things.origins(choice)));
        }
        return Things.either(results);
    }

    private static Value expanded(Value path) {
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : path.pieces()) {
            if (piece instanceof Piece.Text text && text.text().indexOf('$') >= 0) {
                expand(text.text(), pieces);
            } else {
                pieces.add(piece);
            }
        }
        return new Value(pieces);
    }

    private static void expand(String text, List<Piece> pieces) {
        var variables =
                java.util.regex.Pattern.compile("\\$(?:\\{(\\w+)\\}|(\\w+))").matcher(text);
        int from = 0;
        while (variables.find()) {
            pieces.add(new Piece.Text(text.substring(from, variables.start())));
            String name = variables.group(1) != null ? variables.group(1) : variables.group(2);
            pieces.add(
                    name.equals("HOME")
                            ? new Piece.Text("~")
                            : new Piece.Hole("$" + name, "is a variable of the environment"));
            from = variables.end();
        }
        pieces.add(new Piece.Text(text.substring(from)));
    }

    /** Paths joined; every choice of one part is tried with the first of the others. */
    static Thing joined(List<Thing> parts, List<Thing> further) {
        List<Value> paths = new ArrayList<>(List.of(Value.EMPTY));
        Origins origins = Origins.NONE;
        List<Thing> all = new ArrayList<>(parts);
        all.addAll(further);
        for (Thing part : all) {
            origins = origins.and(Things.origins(part));
            List<Thing> choices = Things.choices(part);
            if (choices.size() * paths.size() > Things.MOST_CHOICES) {
                choices = List.of(Things.unknown("one of several", "depends on what is not known"));
            }
            List<Value> longer = new ArrayList<>(paths.size() * choices.size());
            for (Value path : paths) {
                for (Thing choice : choices) {
                    longer.add(PathText.join(path, Things.value(choice)));
                }
            }
            paths = longer;
        }
        Origins all1 = origins;
        return Things.either(paths.stream().map(path -> Things.text(path, all1)).toList());
    }

    private static Thing splitExtension(Thing first) {
        List<Thing> fronts = new ArrayList<>();
        List<Thing> ends = new ArrayList<>();
        for (Thing choice : Things.choices(first)) {
            Value[] parts = PathText.split(Things.value(choice));
            fronts.add(Things.text(parts[0]));
            ends.add(Things.text(parts[1]));
        }
        return new Thing.Row(List.of(Things.either(fronts), Things.either(ends)), false);
    }

    /** Quotes of a command line taken away, where none hides a space. */
    private static Thing.Text unquoted(Thing.Text text) {
        Optional<String> known = text.value().known();
        return known.isEmpty() || known.get().matches("(?s).*(['\"])[^'\"]*\\s.*")
                ? text
                : text.with(Value.of(known.get().replace("'", "").replace("\"", "")));
    }

    static Thing.Made pathObject(Value path) {
        return new Thing.Made("pathlib.Path", Things.text(path), new java.util.HashMap<>(), Origins.NONE);
    }

    private static Thing pathObjects(Thing texts) {
        return Things.either(Things.choices(texts).stream()
                .map(text -> (Thing) Things.made("pathlib.Path", text, Origins.NONE))
                .toList());
    }

    /** Methods and attributes of paths. */
    static Optional<Thing> ofPath(Thing.Made path, String name, Arguments arguments) {
        Value text = Things.value(path);
        return switch (name) {
            case "joinpath", "/" -> {
                List<Thing> parts = new ArrayList<>(List.of(path.about));
                parts.addAll(arguments.positional());
                yield Optional.of(pathObjects(joined(parts, arguments.further())));
            }
            case "parent" ->
                Optional.of(pathObject(
                        text.known().filter(known -> known.indexOf('/') < 0).isPresent()
                                ? Value.of(".")
                                : PathText.parent(text)));
            case "name" -> Optional.of(Things.text(PathText.name(text)));
            case "stem" -> Optional.of(Things.text(PathText.split(PathText.name(text))[0]));
            case "suffix" -> Optional.of(Things.text(PathText.split(text)[1]));
            case "parents" -> Optional.of(parents(text));
            case "with_name" ->
                Optional.of(pathObject(PathText.join(
                        PathText.parent(text),
                        arguments.get(0).map(Things::value).orElse(Value.EMPTY))));
            case "with_suffix" ->
                Optional.of(pathObject(PathText.split(text)[0].then(
                        arguments.get(0).map(Things::value).orElse(Value.EMPTY))));
            case "expanduser", "resolve", "absolute" -> Optional.of(path);
            case "as_posix", "__str__", "__fspath__" -> Optional.of(asText(path));
            case "exists", "is_file", "is_dir", "is_symlink", "stat", "lstat", "match", "is_absolute", "owner" ->
                Optional.of(Things.unknown(name + "()", "is known only when it runs"));
            default -> Optional.empty();
        };
    }

    private static Thing parents(Value path) {
        Thing.Row row = new Thing.Row(List.of(), false);
        Value parent = path;
        for (int i = 0; i < 10; i++) {
            parent = PathText.parent(parent);
            row.add(pathObject(parent));
        }
        return row;
    }

    /** Fields by which things are made, for {@link Thing.Made}. */
    static Map<String, Thing> fields(Map<String, Thing> bound) {
        return new java.util.HashMap<>(bound);
    }
}
