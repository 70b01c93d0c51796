package dev.greenlane.engine.policy;

import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.policy.condition.ConditionData;
import dev.greenlane.engine.policy.condition.Vocabulary;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The default policy as the build prepares it: read without YAML and without CEL. */
public final class PreparedPolicy {

    private static final String RESOURCE = "default.policy";
    private static final int FORMAT = 2;

    private PreparedPolicy() {}

    /** The words that conditions can compare with. */
    public static Vocabulary vocabulary() {
        return Loaded.DEFAULT.vocabulary();
    }

    static PolicyFile load() {
        return Loaded.DEFAULT.file();
    }

    /** Writes a policy and the words it was checked with; the stream stays open. */
    public static void write(PolicyFile file, Vocabulary vocabulary, OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeByte(FORMAT);
        writeTexts(vocabulary.traits(), out);
        writeTexts(vocabulary.pathClasses(), out);
        out.writeShort(file.rules().size());
        for (Rule rule : file.rules()) {
            write(rule, out);
        }
        out.writeShort(file.exceptions().size());
        for (Clearance exception : file.exceptions()) {
            write(exception, out);
        }
        write(file.environment(), out);
        out.flush();
    }

    private record Loaded(Vocabulary vocabulary, PolicyFile file) {

        static final Loaded DEFAULT = load();

        private static Loaded load() {
            try (InputStream in = PreparedPolicy.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("the default policy is missing: build the engine with Maven");
                }
                return read(in);
            } catch (IOException e) {
                throw new UncheckedIOException("the default policy cannot be read", e);
            }
        }

        private static Loaded read(InputStream stream) throws IOException {
            DataInputStream in = new DataInputStream(new BufferedInputStream(stream));
            int format = in.readByte();
            if (format != FORMAT) {
                throw new IOException("format " + format + " instead of " + FORMAT);
            }
            Vocabulary vocabulary = new Vocabulary(Set.copyOf(readTexts(in)), Set.copyOf(readTexts(in)));
            List<Rule> rules = new ArrayList<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                rules.add(readRule(in));
            }
            List<Clearance> exceptions = new ArrayList<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                exceptions.add(readException(in));
            }
            return new Loaded(vocabulary, new PolicyFile(rules, exceptions, readEnvironment(in), Set.of()));
        }
    }

    private static void write(Rule rule, DataOutputStream out) throws IOException {
        out.writeUTF(rule.id());
        out.writeUTF(rule.family());
        out.writeUTF(rule.title());
        out.writeByte(rule.strength().ordinal());
        out.writeByte(rule.decision().ordinal());
        writeKinds(rule.kinds(), out);
        ConditionData.write(rule.condition(), out);
        out.writeUTF(rule.conditionText());
        out.writeBoolean(rule.written());
        out.writeUTF(rule.advice().reason());
        out.writeUTF(rule.advice().instead());
        out.writeUTF(rule.advice().consent());
        write(rule.examples(), out);
    }

    private static Rule readRule(DataInputStream in) throws IOException {
        return new Rule(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                Strength.values()[in.readByte()],
                Decision.values()[in.readByte()],
                readKinds(in),
                ConditionData.read(in),
                in.readUTF(),
                in.readBoolean(),
                new Rule.Advice(in.readUTF(), in.readUTF(), in.readUTF()),
                readExamples(in));
    }

    private static void write(Clearance exception, DataOutputStream out) throws IOException {
        out.writeUTF(exception.id());
        out.writeUTF(exception.title());
        writeTexts(exception.clears(), out);
        writeKinds(exception.kinds(), out);
        ConditionData.write(exception.condition(), out);
        out.writeUTF(exception.conditionText());
        write(exception.examples(), out);
    }

    private static Clearance readException(DataInputStream in) throws IOException {
        return new Clearance(
                in.readUTF(),
                in.readUTF(),
                new LinkedHashSet<>(readTexts(in)),
                readKinds(in),
                ConditionData.read(in),
                in.readUTF(),
                readExamples(in));
    }

    private static void write(Environment environment, DataOutputStream out) throws IOException {
        writeTexts(environment.directories(), out);
        writeTexts(environment.hosts(), out);
        writeTexts(environment.repositories(), out);
        writeTexts(environment.buckets(), out);
        writeTexts(environment.registries(), out);
        writeTexts(environment.installers(), out);
        writeTexts(environment.servers(), out);
        writeTexts(environment.protectedNames(), out);
    }

    private static Environment readEnvironment(DataInputStream in) throws IOException {
        return new Environment(
                readTexts(in),
                readTexts(in),
                readTexts(in),
                readTexts(in),
                readTexts(in),
                readTexts(in),
                readTexts(in),
                new LinkedHashSet<>(readTexts(in)));
    }

    private static void write(Rule.Examples examples, DataOutputStream out) throws IOException {
        writeExamples(examples.blocks(), out);
        writeExamples(examples.passes(), out);
        writeExamples(examples.instead(), out);
    }

    private static Rule.Examples readExamples(DataInputStream in) throws IOException {
        return new Rule.Examples(readExampleList(in), readExampleList(in), readExampleList(in));
    }

    private static void writeExamples(List<Example> examples, DataOutputStream out) throws IOException {
        out.writeShort(examples.size());
        for (Example example : examples) {
            out.writeUTF(example.tool());
            writeValue(example.input(), out);
            writeTexts(example.user(), out);
        }
    }

    private static List<Example> readExampleList(DataInputStream in) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String tool = in.readUTF();
            if (!(readValue(in) instanceof Map<?, ?> input)) {
                throw new IOException("the input of an example is not a map");
            }
            Map<String, Object> typed = new LinkedHashMap<>();
            input.forEach((key, value) -> typed.put((String) key, value));
            examples.add(new Example(tool, typed, readTexts(in)));
        }
        return examples;
    }

    private static void writeValue(Object value, DataOutputStream out) throws IOException {
        switch (value) {
            case String text -> {
                out.writeByte('s');
                out.writeUTF(text);
            }
            case Boolean flag -> {
                out.writeByte('b');
                out.writeBoolean(flag);
            }
            case Integer number -> {
                out.writeByte('i');
                out.writeInt(number);
            }
            case List<?> list -> {
                out.writeByte('l');
                out.writeShort(list.size());
                for (Object each : list) {
                    writeValue(each, out);
                }
            }
            case Map<?, ?> map -> {
                out.writeByte('m');
                out.writeShort(map.size());
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    out.writeUTF((String) entry.getKey());
                    writeValue(entry.getValue(), out);
                }
            }
            default -> throw new IOException("an example cannot hold " + value.getClass());
        }
    }

    private static Object readValue(DataInputStream in) throws IOException {
        int type = in.readByte();
        return switch (type) {
            case 's' -> in.readUTF();
            case 'b' -> in.readBoolean();
            case 'i' -> in.readInt();
            case 'l' -> {
                List<Object> list = new ArrayList<>();
                for (int left = in.readUnsignedShort(); left > 0; left--) {
                    list.add(readValue(in));
                }
                yield list;
            }
            case 'm' -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int left = in.readUnsignedShort(); left > 0; left--) {
                    map.put(in.readUTF(), readValue(in));
                }
                yield map;
            }
            default -> throw new IOException("not a value: " + type);
        };
    }

    private static void writeKinds(Set<EffectKind> kinds, DataOutputStream out) throws IOException {
        List<EffectKind> sorted = kinds.stream().sorted().toList();
        out.writeByte(sorted.size());
        for (EffectKind kind : sorted) {
            out.writeByte(kind.ordinal());
        }
    }

    private static Set<EffectKind> readKinds(DataInputStream in) throws IOException {
        Set<EffectKind> kinds = EnumSet.noneOf(EffectKind.class);
        for (int left = in.readByte(); left > 0; left--) {
            kinds.add(EffectKind.values()[in.readByte()]);
        }
        return kinds;
    }

    private static void writeTexts(Collection<String> texts, DataOutputStream out) throws IOException {
        out.writeShort(texts.size());
        Collection<String> ordered =
                texts instanceof Set ? texts.stream().sorted().toList() : texts;
        for (String text : ordered) {
            out.writeUTF(text);
        }
    }

    private static List<String> readTexts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
