package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words of a call by its description, in one pass.
 *
 * <p>Of words that are not fully known: one that begins with something unknown is an operand; one that begins with a dash
 * and goes on unknown is a flag that nobody can name, and makes the call unclear; a known flag's value may be unknown.
 */
final class Binder {

    private static final Piece.Text BRACES = new Piece.Text("{}");
    private static final String DRY = "--dry-";

    private final List<Argument> words;
    private final Bindings bindings;
    private final List<Argument> operands = new ArrayList<>();
    private final List<Argument> behindDashes = new ArrayList<>();
    private Usage usage;
    private int next;
    private boolean flagsOver;
    private boolean dashes;
    private boolean ended;

    private Binder(Usage usage, List<Argument> words) {
        this.usage = usage;
        this.words = words;
        bindings = new Bindings(usage);
    }

    /** Reads all words; never fails. */
    static Bindings bind(Usage usage, List<Argument> words, List<Argument> input) {
        Binder binder = new Binder(usage, words);
        input.forEach(line -> binder.bindings.add(Names.INPUT, line));
        while (binder.next < words.size() && !binder.ended) {
            binder.word(words.get(binder.next++));
        }
        return binder.finish();
    }

    private void word(Argument word) {
        if (flagsOver || !flag(word)) {
            operand(word);
        }
    }

    private Bindings finish() {
        if (!ended && usage.hasSubcommands() && usage.bare() != null) {
            usage = usage.beforeSubcommand();
        }
        bindings.usage(usage);
        if (!ended) {
            Operands apart = usage.behindDashes();
            int before = operands.size();
            operands.addAll(behindDashes);
            int end = apart == null ? operands.size() : before;
            assign(usage.operands(), 0, end);
            assign(apart, end, operands.size());
            bindings.operands(operands);
        }
        return bindings;
    }

    private void operand(Argument word) {
        if (usage.hasSubcommands()) {
            subcommand(word);
            return;
        }
        (dashes ? behindDashes : operands).add(word);
        flagsOver |= usage.style() == Style.OPTIONS_FIRST
                || usage.style() == Style.OPTIONS_AROUND_FIRST && operands.size() > 1;
    }

    private void subcommand(Argument word) {
        String name = word.value().known().orElse(null);
        Subcommand exact = name == null ? null : usage.subcommands().get(name);
        Usage described = exact == null ? null : exact.usage();
        if (described == null && "help".equals(name)) {
            bindings.set(Names.HELP);
            described = Usage.NOTHING;
            ended = true;
        }
        if (described == null && name != null) {
            for (Usage.Pattern pattern : usage.patterns()) {
                if (described == null && pattern.glob().matches(name)) {
                    described = pattern.subcommand().usage();
                }
            }
        }
        if (described != null) {
            bindings.add(Names.SUBCOMMAND, word);
            usage = described;
            bindings.usage(described);
        } else if (dashes && usage.bare() != null) {
            usage = usage.beforeSubcommand();
            behindDashes.add(word);
        } else {
            if (!dashes && usage.answersHelp() && asksForHelp()) {
                bindings.set(Names.HELP);
            } else {
                bindings.undescribed(word, usage.unlisted());
            }
            usage = Usage.NOTHING;
            ended = true;
        }
    }

    /** Whether one of the words that are left asks for help, before any {@code --}. */
    private boolean asksForHelp() {
        for (Argument word : words.subList(next, words.size())) {
            String text = word.value().known().orElse("");
            if (text.equals("--help") || text.equals("--")) {
                return text.equals("--help");
            }
        }
        return false;
    }

    /** Takes the word as a flag, with the words behind it that are its values; false where it is none. */
    private boolean flag(Argument word) {
        Value value = word.value();
        String text = value.prefix();
        FlagTable flags = current().flags();
        if (!text.startsWith("-")) {
            return flags.hasPlainWords() && plainFlag(word, text, flags)
                    || current().style() == Style.BUNDLE_FIRST && next == 1 && oldBundle(word, text, flags);
        }
        boolean whole = value.pieces().size() == 1;
        if (whole && text.length() == 1) {
            return false;
        }
        if (whole && text.equals("--")) {
            flagsOver = true;
            dashes = true;
            apply(flags.find(text));
            return true;
        }
        Flag exact = whole ? flags.find(text) : null;
        if (exact != null) {
            apply(exact);
            return true;
        }
        int equals = text.indexOf('=');
        Flag named = equals > 0 ? flags.find(text.substring(0, equals)) : null;
        if (named != null) {
            applyGlued(named, word.with(value.withoutPrefix(equals + 1)));
        } else if (text.startsWith("--")) {
            longFlag(word, equals > 0 ? text.substring(0, equals) : text, equals > 0, whole);
        } else if (current().style() == Style.SINGLE_DASH) {
            singleDash(word, text, whole);
        } else {
            bundle(word, text, 1, whole);
        }
        return true;
    }

    private Usage current() {
        return usage.beforeSubcommand();
    }

    /** Words such as {@code if=x}, {@code X=y}, {@code +x} and {@code !}. */
    private boolean plainFlag(Argument word, String text, FlagTable flags) {
        int equals = text.indexOf('=');
        Flag keyed = equals > 0 ? flags.find(text.substring(0, equals + 1)) : null;
        if (keyed != null) {
            applyGlued(keyed, word.with(word.value().withoutPrefix(equals + 1)));
            return true;
        }
        Flag assignment = equals > 0 && operands.isEmpty() ? flags.assignment() : null;
        if (assignment != null) {
            applyGlued(assignment, word);
            return true;
        }
        Flag exact = word.value().pieces().size() == 1 ? flags.find(text) : null;
        if (exact != null) {
            apply(exact);
            return true;
        }
        Flag plus = text.length() > 1 && text.charAt(0) == '+' ? flags.find("+") : null;
        if (plus != null) {
            applyGlued(plus, word.with(word.value().withoutPrefix(1)));
        }
        return plus != null;
    }

    private void longFlag(Argument word, String name, boolean hasValue, boolean whole) {
        FlagTable flags = current().flags();
        Flag meant = null;
        if (!hasValue && !whole) {
            bindings.unclear();
            return;
        }
        if (current().style() == Style.SINGLE_DASH) {
            meant = flags.find(name.substring(1));
        } else if (name.length() > 2) {
            meant = flags.abbreviated(name);
            meant = meant != null && isSpecial(meant) && !name.startsWith(DRY) ? null : meant;
        }
        if (meant == null && name.startsWith("--no-")) {
            Flag negated = flags.find("--" + name.substring("--no-".length()));
            if (negated != null && negated.form() == Flag.Form.NONE) {
                clear(negated);
            }
        } else if (meant != null && hasValue) {
            applyGlued(meant, word.with(word.value().withoutPrefix(name.length() + 1)));
        } else if (meant != null) {
            apply(meant);
        } else if (current().answersHelp() && (name.equals("--help") || name.equals("--version"))) {
            bindings.set(Names.HELP);
        }
    }

    /** An abbreviation could be meant for another flag that is not described, and must not make a call harmless. */
    private static boolean isSpecial(Flag flag) {
        for (int slot : flag.slots()) {
            if (slot == Names.HELP || slot == Names.DRY_RUN) {
                return true;
            }
        }
        return false;
    }

    private void singleDash(Argument word, String text, boolean whole) {
        Flag flag = text.length() > 1 ? current().flags().letter(text.charAt(1)) : null;
        boolean takesOne = flag != null
                && (flag.form() == Flag.Form.OPTIONAL || flag.form() == Flag.Form.REQUIRED && flag.values() == 1);
        if (flag != null && takesOne) {
            applyGlued(flag, word.with(word.value().withoutPrefix(2)));
        } else if (!whole && text.indexOf('=') < 0) {
            bindings.unclear();
        }
    }

    /** Short flags in a row; the last may have its value glued on. */
    private void bundle(Argument word, String text, int start, boolean whole) {
        for (int i = start; i < text.length(); i++) {
            Flag flag = current().flags().letter(text.charAt(i));
            if (text.charAt(i) == '=') {
                return;
            }
            if (flag != null && flag.form() != Flag.Form.NONE && (i + 1 < text.length() || !whole)) {
                boolean equals = i + 1 < text.length() && text.charAt(i + 1) == '=';
                applyGlued(flag, word.with(word.value().withoutPrefix(equals ? i + 2 : i + 1)));
                return;
            }
            if (flag != null) {
                apply(flag);
            }
        }
        if (!whole) {
            bindings.unclear();
        }
    }

    /** Short flags in the first word without a dash; their values are the words behind it, in order. */
    private boolean oldBundle(Argument word, String text, FlagTable flags) {
        if (text.isEmpty() || word.value().pieces().size() != 1) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            apply(flags.letter(text.charAt(i)));
        }
        return true;
    }

    /** Sets a flag that stands alone in its word. */
    private void apply(@Nullable Flag flag) {
        if (flag == null) {
            return;
        }
        for (int slot : flag.slots()) {
            bindings.set(slot);
        }
        switch (flag.form()) {
            case NONE, OPTIONAL -> {}
            case REQUIRED -> {
                for (int i = 0; i < flag.values() && next < words.size(); i++) {
                    value(flag, words.get(next++));
                }
            }
            case COMMAND -> command(flag, List.of());
        }
    }

    /** Sets a flag whose first value stands in the same word. */
    private void applyGlued(Flag flag, Argument value) {
        if (flag.form() == Flag.Form.NONE) {
            if (isOff(value)) {
                clear(flag);
            } else if (!isSpecial(flag) || value.value().known().isPresent()) {
                apply(flag);
            }
            return;
        }
        for (int slot : flag.slots()) {
            bindings.set(slot);
        }
        if (flag.form() == Flag.Form.COMMAND) {
            command(flag, List.of(value));
            return;
        }
        value(flag, value);
        for (int i = 1; i < flag.values() && next < words.size(); i++) {
            value(flag, words.get(next++));
        }
    }

    private void value(Flag flag, Argument value) {
        if (isSpecial(flag) && (isOff(value) || value.value().known().isEmpty())) {
            clear(flag);
            return;
        }
        for (int slot : flag.slots()) {
            bindings.add(slot, value);
        }
    }

    private static boolean isOff(Argument value) {
        return value.value()
                .known()
                .map(text -> text.equals("false") || text.equals("none"))
                .orElse(false);
    }

    private void clear(Flag flag) {
        for (int slot : flag.slots()) {
            bindings.clear(slot);
        }
    }

    private void command(Flag flag, List<Argument> glued) {
        int end = commandEnd();
        List<Argument> command = new ArrayList<>(glued);
        command.addAll(words.subList(next, end));
        for (int slot : flag.slots()) {
            bindings.addCommand(slot, command);
        }
        next = Math.min(end + 1, words.size());
    }

    /** The index of the {@code ;} that ends a command, or of the {@code +} behind a pair of braces. */
    private int commandEnd() {
        for (int i = next; i < words.size(); i++) {
            String word = words.get(i).value().known().orElse("");
            if (word.equals(";") || word.equals("+") && i > next && isBraces(words.get(i - 1))) {
                return i;
            }
        }
        return words.size();
    }

    private static boolean isBraces(Argument word) {
        List<Piece> pieces = word.value().pieces();
        return pieces.size() == 1 && pieces.get(0).equals(BRACES);
    }

    /** Gives operands to positions. A position whose name already has a value is left out. */
    private void assign(@Nullable Operands names, int from, int to) {
        if (names == null) {
            return;
        }
        int[] slots = new int[names.slots().length];
        int rest = -1;
        int count = 0;
        for (int i = 0; i < names.slots().length; i++) {
            int slot = names.slots()[i];
            if (i == names.rest()) {
                rest = count;
                slots[count++] = slot;
            } else if (bindings.values(slot).isEmpty()) {
                slots[count++] = slot;
            }
        }
        int spread = rest < 0 ? 0 : Math.max(to - from - count, 0);
        int word = from;
        for (int position = 0; position < count && word < to; position++) {
            int end = position == rest ? word + 1 + spread : word + 1;
            for (; word < end; word++) {
                bindings.addOperand(slots[position], operands.get(word), word + 1);
            }
        }
    }
}
