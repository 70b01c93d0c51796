package dev.greenlane.engine.understand.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The output of programs that only change text, where their input is known. Stateless. Sources: the manuals of GNU coreutils,
 * sed, gzip, xxd and openssl.
 */
public final class Filters {

    /** The longest text that is followed, in characters. */
    static final int LARGEST = 1 << 18;

    private static final Set<String> DECODERS = Set.of(
            "base64",
            "base32",
            "basenc",
            "xxd",
            "openssl",
            "libressl",
            "gunzip",
            "gzip",
            "zcat",
            "gzcat",
            "pigz",
            "unpigz",
            "bunzip2",
            "bzip2",
            "bzcat",
            "xz",
            "unxz",
            "xzcat",
            "zstd",
            "zstdcat",
            "unzstd",
            "lz4",
            "lz4cat",
            "uudecode",
            "gpg",
            "rot13",
            "rev",
            "tac",
            "tr",
            "sed",
            "awk",
            "gawk",
            "mawk",
            "iconv",
            "perl",
            "uncompress",
            "unlzma",
            "lzcat",
            "brotli",
            "basez",
            "od",
            "hexdump");

    private Filters() {}

    /** Whether what a program writes is something else than the files that it reads. */
    public static boolean changes(String program) {
        return DECODERS.contains(program);
    }

    /**
     * What a program writes to standard output.
     *
     * @param words its arguments
     * @param input standard input, where it is known
     * @param file the text of a file, where it is known
     * @return empty where the program, its flags or its input are not known
     */
    public static Optional<String> output(
            String program, List<String> words, Optional<String> input, Function<String, Optional<String>> file) {
        if (program.equals("tr")) {
            return small(input).flatMap(text -> Translation.of(words, text));
        }
        if (program.equals("sed")) {
            return small(input).flatMap(text -> SedScript.run(words, text));
        }
        if (program.equals("openssl") || program.equals("libressl")) {
            return openssl(words, input, file);
        }
        if (program.equals("dd")) {
            return words.stream().noneMatch(word -> word.startsWith("if=")) ? input : Optional.empty();
        }
        Flags flags = Flags.of(program, words);
        if (program.equals("cat")) {
            return flags.flags().isEmpty() ? joined(flags.operands(), input, file) : Optional.empty();
        }
        Optional<String> text = flags.operands().isEmpty()
                        || flags.operands().get(0).equals("-")
                ? input
                : flags.operands().size() == 1 ? file.apply(flags.operands().get(0)) : Optional.empty();
        return small(text).flatMap(known -> changed(program, flags, known)).filter(out -> out.length() <= LARGEST);
    }

    private static Optional<String> joined(
            List<String> files, Optional<String> input, Function<String, Optional<String>> file) {
        if (files.isEmpty()) {
            return input;
        }
        StringBuilder all = new StringBuilder();
        for (String name : files) {
            Optional<String> text = small(name.equals("-") ? input : file.apply(name));
            if (text.isEmpty() || all.length() > LARGEST) {
                return Optional.empty();
            }
            all.append(text.get());
        }
        return Optional.of(all.toString());
    }

    private static Optional<String> small(Optional<String> text) {
        return text.filter(known -> known.length() <= LARGEST);
    }

    private static Optional<String> changed(String program, Flags flags, String text) {
        return switch (program) {
            case "base64", "base32", "basenc" -> {
                boolean decodes = flags.any("d", "D", "decode");
                boolean other = flags.any("base32hex", "base16", "base2msbf", "base2lsbf", "z85");
                boolean base32 = program.equals("base32") || flags.any("base32");
                yield other
                        ? flags.any("base16") && decodes ? Decoders.unhex(text).map(Filters::text) : Optional.empty()
                        : decodes
                                ? (base32 ? Decoders.base32(text) : Decoders.base64(text)).map(Filters::text)
                                : base32 ? Optional.empty() : Optional.of(Decoders.toBase64(bytes(text)) + "\n");
            }
            case "xxd" -> xxd(flags, text);
            case "gunzip", "zcat", "gzcat", "unpigz" ->
                Decoders.inflate(bytes(text)).map(Filters::text);
            case "gzip", "pigz" ->
                flags.any("d", "decompress", "uncompress")
                        ? Decoders.inflate(bytes(text)).map(Filters::text)
                        : Optional.empty();
            case "rot13" -> Optional.of(Decoders.rot13(text));
            case "iconv" -> iconv(flags, text);
            default -> flags.program().isEmpty() ? Optional.empty() : Lines.changed(program, flags, text);
        };
    }

    private static Optional<String> xxd(Flags flags, String text) {
        boolean plain = flags.any("p", "ps", "plain", "postscript", "rp", "pr");
        boolean back = flags.any("r", "revert", "rp", "pr");
        if (!back) {
            return plain ? Optional.of(Decoders.hex(bytes(text)) + "\n") : Optional.empty();
        }
        if (plain) {
            return Decoders.unhex(text).map(Filters::text);
        }
        StringBuilder digits = new StringBuilder();
        for (String line : text.split("\n")) {
            int from = line.indexOf(':');
            int until = line.indexOf("  ", from + 2);
            digits.append(
                    line.substring(from + 1, until < 0 ? line.length() : until).replace(" ", ""));
        }
        return Decoders.unhex(digits.toString()).map(Filters::text);
    }

    private static Optional<String> openssl(
            List<String> words, Optional<String> input, Function<String, Optional<String>> file) {
        boolean base64 = words.contains("-base64") || words.contains("-a") || words.contains("base64");
        boolean encoding = words.stream()
                .allMatch(word -> Set.of("enc", "base64", "-base64", "-a", "-d", "-A", "-in", "-e")
                                .contains(word)
                        || !word.startsWith("-"));
        if (!base64 || !encoding || words.contains("-out")) {
            return Optional.empty();
        }
        int in = words.indexOf("-in");
        Optional<String> text = in >= 0 && in + 1 < words.size() ? file.apply(words.get(in + 1)) : input;
        return small(text)
                .flatMap(known -> words.contains("-d")
                        ? Decoders.base64(known).map(Filters::text)
                        : Optional.of(Decoders.toBase64(bytes(known)) + "\n"));
    }

    private static Optional<String> iconv(Flags flags, String text) {
        Optional<String> from = flags.value("f", "from-code");
        Optional<String> to = flags.value("t", "to-code");
        try {
            Charset source = from.map(Filters::charset).orElse(StandardCharsets.UTF_8);
            Charset target = to.map(Filters::charset).orElse(StandardCharsets.UTF_8);
            String decoded = new String(bytes(text).getBytes(StandardCharsets.ISO_8859_1), source);
            return Optional.of(text(new String(decoded.getBytes(target), StandardCharsets.ISO_8859_1)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static Charset charset(String name) {
        int options = name.indexOf("//");
        return Charset.forName((options < 0 ? name : name.substring(0, options)).toUpperCase(Locale.ROOT));
    }

    /** Bytes, one a character, as the text that they are in UTF-8; as they are where they are none. */
    static String text(String bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }

    /** The bytes of a text, one a character; compressed data that {@link #text} left as it is stays so. */
    static String bytes(String text) {
        boolean plain = text.chars().allMatch(c -> c < 0x80);
        boolean packed = text.startsWith("\u001f\u008b") || text.startsWith("x\u009c") || text.startsWith("x\u00da");
        return plain || packed ? text : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The flags and operands of a program, as far as they matter here. */
    record Flags(String program, List<String> flags, List<String> operands) {

        private static final Set<String> WITH_VALUE = Set.of(
                "head -n",
                "head -c",
                "tail -n",
                "tail -c",
                "cut -d",
                "cut -f",
                "cut -c",
                "cut -b",
                "paste -d",
                "fold -w",
                "base64 -w",
                "base32 -w",
                "iconv -f",
                "iconv -t",
                "xxd -c",
                "xxd -s",
                "xxd -l",
                "xxd -g",
                "grep -e",
                "sort -k",
                "sort -t");

        static Flags of(String program, List<String> words) {
            List<String> flags = new ArrayList<>();
            List<String> operands = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                if (word.length() < 2 || word.charAt(0) != '-') {
                    operands.add(word);
                } else if (WITH_VALUE.contains(program + " " + word) && i + 1 < words.size()) {
                    flags.add(word.substring(1) + "=" + words.get(++i));
                } else if (WITH_VALUE.contains(program + " " + word.substring(0, 2)) && word.charAt(1) != '-') {
                    flags.add(word.charAt(1) + "=" + word.substring(2));
                } else {
                    flags.add(word.substring(word.startsWith("--") ? 2 : 1));
                }
            }
            return new Flags(program, flags, operands);
        }

        boolean any(String... names) {
            for (String flag : flags) {
                for (String name : names) {
                    boolean bundled =
                            name.length() == 1 && flag.indexOf('=') < 0 && flag.length() < 4 && flag.contains(name);
                    if (flag.equals(name) || bundled) {
                        return true;
                    }
                }
            }
            return false;
        }

        Optional<String> value(String... names) {
            for (String flag : flags) {
                for (String name : names) {
                    if (flag.startsWith(name + "=")) {
                        return Optional.of(flag.substring(name.length() + 1));
                    }
                }
            }
            return Optional.empty();
        }
    }
}
