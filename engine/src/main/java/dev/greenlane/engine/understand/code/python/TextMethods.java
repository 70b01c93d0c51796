package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.understand.text.Decoders;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Methods of strings and bytes. */
final class TextMethods {

    private TextMethods() {}

    /** What the method gives; empty where that is not followed. */
    static Optional<Thing> call(Thing.Text text, String name, Arguments arguments) {
        return switch (name) {
            case "strip" -> Optional.of(strip(text, arguments, true, true));
            case "lstrip" -> Optional.of(strip(text, arguments, true, false));
            case "rstrip" -> Optional.of(strip(text, arguments, false, true));
            case "lower", "casefold" -> Optional.of(mapped(text, known -> known.toLowerCase(Locale.ROOT)));
            case "upper" -> Optional.of(mapped(text, known -> known.toUpperCase(Locale.ROOT)));
            case "swapcase" -> Optional.of(mapped(text, TextMethods::swapCase));
            case "replace" -> replace(text, arguments);
            case "removeprefix" ->
                onKnown(
                        text,
                        arguments,
                        (known, part) -> Things.text(known.startsWith(part) ? known.substring(part.length()) : known));
            case "removesuffix" ->
                onKnown(
                        text,
                        arguments,
                        (known, part) -> Things.text(
                                known.endsWith(part) ? known.substring(0, known.length() - part.length()) : known));
            case "startswith" -> onKnown(text, arguments, (known, part) -> Things.truth(known.startsWith(part)));
            case "endswith" -> onKnown(text, arguments, (known, part) -> Things.truth(known.endsWith(part)));
            case "split", "rsplit" -> Optional.of(split(text, arguments, name.equals("rsplit")));
            case "splitlines" -> Optional.of(lines(text));
            case "join" -> arguments.get(0).map(parts -> join(text, parts));
            case "format" -> Optional.of(Formats.format(text, arguments));
            case "encode" -> Optional.of(encode(text, arguments));
            case "decode" -> Optional.of(decode(text, arguments));
            case "hex" -> text.value().known().map(Decoders::hex).map(Things::text);
            case "translate", "title", "capitalize", "zfill", "ljust", "rjust", "center", "expandtabs" ->
                Optional.of(Things.unknown("text", "is computed", text.origins()));
            case "find", "index", "rfind", "count", "isdigit", "isalpha", "isalnum", "islower", "isupper", "isspace" ->
                Optional.of(Things.unknown(name + "()", "is computed"));
            default -> Optional.empty();
        };
    }

    private interface KnownPair {
        Thing apply(String known, String argument);
    }

    private static Optional<Thing> onKnown(Thing.Text text, Arguments arguments, KnownPair function) {
        return text.value()
                .known()
                .flatMap(known -> arguments.get(0).flatMap(Things::known).map(part -> function.apply(known, part)));
    }

    /** Changes every known piece by itself. */
    private static Thing mapped(Thing.Text text, UnaryOperator<String> function) {
        List<Piece> pieces = new ArrayList<>(text.value().pieces().size());
        for (Piece piece : text.value().pieces()) {
            pieces.add(piece instanceof Piece.Text known ? new Piece.Text(function.apply(known.text())) : piece);
        }
        return text.with(new Value(pieces));
    }

    private static String swapCase(String text) {
        StringBuilder swapped = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            swapped.append(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return swapped.toString();
    }

    private static Thing strip(Thing.Text text, Arguments arguments, boolean front, boolean back) {
        String strippable = arguments.get(0).flatMap(Things::known).orElse(" \t\n\r\f\u000B");
        List<Piece> pieces = new ArrayList<>(text.value().pieces());
        if (front && !pieces.isEmpty() && pieces.get(0) instanceof Piece.Text first) {
            int from = 0;
            while (from < first.text().length()
                    && strippable.indexOf(first.text().charAt(from)) >= 0) {
                from++;
            }
            pieces.set(0, new Piece.Text(first.text().substring(from)));
        }
        int last = pieces.size() - 1;
        if (back && last >= 0 && pieces.get(last) instanceof Piece.Text end) {
            int to = end.text().length();
            while (to > 0 && strippable.indexOf(end.text().charAt(to - 1)) >= 0) {
                to--;
            }
            pieces.set(last, new Piece.Text(end.text().substring(0, to)));
        }
        return text.with(new Value(pieces));
    }

    private static Optional<Thing> replace(Thing.Text text, Arguments arguments) {
        Optional<String> from = arguments.get(0).flatMap(Things::known);
        Optional<Thing> to = arguments.get(1);
        if (from.isEmpty() || from.get().isEmpty() || to.isEmpty() || !(to.get() instanceof Thing.Text)) {
            return Optional.empty();
        }
        Thing.Text replacement = (Thing.Text) to.get();
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : text.value().pieces()) {
            if (!(piece instanceof Piece.Text known)) {
                pieces.add(piece);
                continue;
            }
            int at = 0;
            int found = known.text().indexOf(from.get());
            while (found >= 0 && pieces.size() < 1000) {
                pieces.add(new Piece.Text(known.text().substring(at, found)));
                pieces.addAll(replacement.value().pieces());
                at = found + from.get().length();
                found = known.text().indexOf(from.get(), at);
            }
            pieces.add(new Piece.Text(known.text().substring(at)));
        }
        return Optional.of(
                Things.text(new Value(pieces), text.bytes(), text.origins().and(replacement.origins())));
    }

    private static Thing split(Thing.Text text, Arguments arguments, boolean fromBack) {
        Optional<String> known = text.value().known();
        Optional<Thing> separator = arguments.get(0, "sep").filter(thing -> !Things.isNone(thing));
        Optional<String> knownSeparator = separator.flatMap(Things::known);
        boolean limited = arguments.get(1, "maxsplit").isPresent();
        if (separator.isPresent()
                        && (knownSeparator.isEmpty() || knownSeparator.get().isEmpty())
                || fromBack && limited) {
            return new Thing.Row(List.of(Things.unknown("part of a text", "is computed", text.origins())), true);
        }
        if (known.isEmpty()) {
            return splitWithHoles(text, knownSeparator);
        }
        int limit = arguments
                .get(1, "maxsplit")
                .flatMap(Things::integer)
                .map(most -> (int) Math.min(most + 1, 4096))
                .orElse(-1);
        String whole = separator.isPresent() ? known.get() : known.get().strip();
        String pattern = knownSeparator.map(java.util.regex.Pattern::quote).orElse("\\s+");
        Thing.Row row = new Thing.Row(List.of(), false);
        if (!whole.isEmpty() || separator.isPresent()) {
            for (String part : whole.split(pattern, limit)) {
                row.add(Things.text(Value.of(part), text.bytes(), text.origins()));
            }
        }
        return row;
    }

    /** Splits at separators that are known; a hole is taken to hold none. */
    private static Thing splitWithHoles(Thing.Text text, Optional<String> separator) {
        Thing.Row row = new Thing.Row(List.of(), false);
        Value word = Value.EMPTY;
        for (Piece piece : text.value().pieces()) {
            if (!(piece instanceof Piece.Text known)) {
                word = word.then(new Value(List.of(piece)));
                continue;
            }
            String[] parts = known.text()
                    .split(separator.map(java.util.regex.Pattern::quote).orElse("\\s+"), -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    addWord(row, word, text, separator.isPresent());
                    word = Value.EMPTY;
                }
                word = word.then(Value.of(parts[i]));
            }
        }
        addWord(row, word, text, separator.isPresent());
        return row;
    }

    private static void addWord(Thing.Row row, Value word, Thing.Text text, boolean emptyToo) {
        if (emptyToo || !word.equals(Value.EMPTY)) {
            row.add(Things.text(word, text.bytes(), text.origins()));
        }
    }

    private static Thing lines(Thing.Text text) {
        Optional<String> known = text.value().known();
        if (known.isEmpty()) {
            return new Thing.Row(List.of(Things.unknown("line of a text", "is computed", text.origins())), true);
        }
        Thing.Row row = new Thing.Row(List.of(), false);
        known.get()
                .lines()
                .limit(Thing.Row.LARGEST + 1)
                .forEach(line -> row.add(Things.text(Value.of(line), text.bytes(), text.origins())));
        return row;
    }

    private static Thing join(Thing.Text separator, Thing parts) {
        if (parts instanceof Thing.Row row) {
            List<Thing> all = new ArrayList<>(row.elements.size() * 2);
            for (Thing element : row.elements) {
                if (!all.isEmpty()) {
                    all.add(separator);
                }
                all.add(element);
            }
            if (row.open) {
                all.add(Things.unknown("more", "is computed"));
            }
            return Formats.concatenate(all);
        }
        if (parts instanceof Thing.Text text && text.value().known().isPresent()) {
            return Things.text(
                    Value.of(String.join(
                            separator.value().display(),
                            text.value().known().get().split(""))),
                    text.bytes(),
                    text.origins());
        }
        return Things.unknown("joined text", "is computed", separator.origins().and(Things.origins(parts)));
    }

    private static Thing encode(Thing.Text text, Arguments arguments) {
        String charset = arguments.get(0, "encoding").flatMap(Things::known).orElse("utf-8");
        if (Decoders.isCodec(charset)) {
            return Things.unknown("encoded text", "is computed", text.origins());
        }
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : text.value().pieces()) {
            pieces.add(
                    piece instanceof Piece.Text known
                            ? new Piece.Text(new String(
                                    known.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                            : piece);
        }
        return new Thing.Text(new Value(pieces), true, text.origins());
    }

    private static Thing decode(Thing.Text text, Arguments arguments) {
        String charset = arguments.get(0, "encoding").flatMap(Things::known).orElse("utf-8");
        if (Decoders.isCodec(charset)) {
            return text.value()
                    .known()
                    .flatMap(known -> Decoders.codec(charset, known))
                    .map(decoded -> Things.text(Value.of(decoded), text.origins()))
                    .orElseGet(() -> Things.unknown("decoded text", "is computed", text.origins()));
        }
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : text.value().pieces()) {
            pieces.add(piece instanceof Piece.Text known ? new Piece.Text(fromBytes(known.text(), charset)) : piece);
        }
        return new Thing.Text(new Value(pieces), false, text.origins());
    }

    private static String fromBytes(String bytes, String charset) {
        byte[] raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
        return switch (charset.toLowerCase(Locale.ROOT).replace("_", "-")) {
            case "utf-16", "utf-16le", "utf-16-le" -> new String(raw, StandardCharsets.UTF_16LE);
            case "latin-1", "latin1", "iso-8859-1" -> bytes;
            default -> new String(raw, StandardCharsets.UTF_8);
        };
    }
}
