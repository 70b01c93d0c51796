package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person has said in a session: clauses, oldest first, in which words that point to something are replaced with what they
 * point to. Immutable and thread-safe.
 */
public final class Said {

    private static final int LONGEST_MESSAGE = 20_000;
    private static final int MOST_MESSAGES = 40;
    private static final int KEPT = 512;
    private static final int LONGEST_YES = 8;

    private static final Pattern ADDITION = Pattern.compile(
            "(?is)(?:also|and|plus|same|ditto|likewise|auch|genauso|ebenso|aussi|pareil|también|igual|também|e"
                    + " também)\\b");

    private static final Pattern SAME = Pattern.compile(
            "(?is)(?:(?:and|then|now|also|please)\\s+)*(?:(?:do\\s+)?(?:the\\s+)?same|ditto|likewise|also|genauso|ebenso|dasselbe|pareil|lo"
                + " mismo|o mesmo)\\b");

    /** At the beginning of a statement they say that it goes on about the same thing. */
    private static final Pattern POSSESSIVE = Pattern.compile(
            "(?iu)(?:its|their|his|her|ihre?|seine?|deren|dessen|son|sa|ses|leurs?|su|sus|seus?|suas?)\\b");

    /** Begins a sentence that tells of something how it is: {@code it is only a cache}. */
    private static final Pattern TELLS = Pattern.compile(
            "(?iu)(?:(?:it|they|that|this|those|these|there|he|she|which|all of"
                + " (?:it|them)|es|sie|das|die|ils?|elles?|cela|ça|ce|eso|esto|isso|ela|ele)"
                + " (?:is|are|was|were|has|have|had|only|just|ist|sind|war|waren|hat|haben|est|sont|era|eran|es|son|está|están|é|são|era)|(?:it's|they're|that's|c'est)|(?:es|son|são|é))\\b");

    /** Begins a sentence that gives the name of what was spoken of. */
    private static final Pattern IS =
            Pattern.compile("(?iu)(?:it's|it is|that's|that is|they are|they're|namely|i mean|(?:the|its)"
                    + " (?:name|id|branch|number|path)s? (?:is|are)|(?:it is|it's) called|called|es ist|das"
                    + " ist|nämlich|c'est|es|é|se llama)\\b");

    /** What goes on about what was spoken of: {@code this file is generated, and must remain untouched}. */
    private static final Pattern STAYS = Pattern.compile(
            "(?iu)(?:(?:must|should|shall|has to|have to|needs? to|is to|are to) )(?:\\p{L}+ )?(?:remain|stay|be"
                    + " (?:kept|left|spared))\\b");

    private static final Pattern MOMENT =
            Pattern.compile("(?iu)\\b(?:until|till|before|after|bis|vor|avant|jusqu|hasta|antes|até)\\b");

    /** A sentence that only gives a name. */
    private static final Pattern NAMELY = Pattern.compile(
            "(?iu)(?:(?:it's|it is|that's|that is|that would be|they are|they're|namely|i mean|the name is|it is"
                + " called|it's called|called|es ist|das ist|nämlich|c'est|es|é|se llama) )?(?:the \\p{L}+"
                + " )?[`'\"]?[\\p{L}\\p{N}_./@:#-]+[`'\"]?(?:(?:,| and| &| und| et| y| e)"
                + " [`'\"]?[\\p{L}\\p{N}_./@:#-]*[\\d_./@:#-][\\p{L}\\p{N}_./@:#-]*[`'\"]?)*(?:,? (?:please|bitte|s'il"
                + " te plaît|por favor))?(?:,? (?:on|in|at|auf|in|sur|en|em)\\b.{0,60})?",
            Pattern.UNICODE_CASE);

    /** Words for what was not spoken of. */
    private static final Pattern REST = Pattern.compile(
            "(?i)\\b(?:rest|others?|else|remaining|übrigen?|autres?|demás|otros|otras|outros|outras)\\b");

    /** Messages are asked about with every call of a session, one by one and together. */
    private static final Recent<String, Read> READ = new Recent<>(KEPT);

    private static final Recent<List<String>, Said> SAID = new Recent<>(KEPT);

    /**
     * One message by itself.
     *
     * @param withdrawal how many words at its beginning take something back
     * @param yes whether it says yes to what was asked before
     * @param takesBack which of its clauses begin with words that take something back
     */
    private record Read(List<Clause> clauses, int withdrawal, boolean yes, List<Boolean> takesBack) {}

    private final List<Clause> clauses;

    private Said(List<Clause> clauses) {
        this.clauses = List.copyOf(clauses);
    }

    /** Reads messages, oldest first; of many the last 40, of a long one the beginning and the end. */
    public static Said of(List<String> messages) {
        return SAID.get(List.copyOf(messages), Said::put);
    }

    private static Said put(List<String> messages) {
        List<Clause> all = new ArrayList<>();
        int from = Math.max(0, messages.size() - MOST_MESSAGES);
        for (int number = from; number < messages.size(); number++) {
            Read read = READ.get(cut(messages.get(number)), Said::read);
            List<Clause> fresh = new ArrayList<>();
            for (Clause clause : read.clauses()) {
                fresh.add(clause.with(clause.mood(), number));
            }
            withdrawals(read, fresh);
            affirm(read, messages.get(number), number, all, fresh);
            List<Mention> context = context(all, fresh, number);
            link(all, fresh);
            placed(fresh).forEach(clause -> all.add(clause.withContext(context)));
        }
        return new Said(all);
    }

    /** All clauses, oldest first. */
    public List<Clause> clauses() {
        return clauses;
    }

    private static String cut(String message) {
        int half = LONGEST_MESSAGE / 2;
        return message.length() <= LONGEST_MESSAGE
                ? message
                : message.substring(0, half) + "\n" + message.substring(message.length() - half);
    }

    private static Read read(String message) {
        Lexicon lexicon = Lexicon.standard();
        List<Token> tokens = Token.of(message.length() > 200 ? message.substring(0, 200) : message);
        List<Clause> clauses = new ArrayList<>();
        List<Boolean> takesBack = new ArrayList<>();
        for (Clause clause : MessageReader.read(message, lexicon)) {
            List<Token> own = Token.of(clause.quote());
            boolean back = Withdrawals.takesBack(clause, own, lexicon);
            clauses.add(
                    back
                                    && clause.mentions().stream()
                                            .allMatch(mention -> mention.names().isEmpty())
                            ? withoutOrder(clause)
                            : withoutWithdrawal(clause, own));
            takesBack.add(back);
        }
        boolean yes = !tokens.isEmpty()
                && tokens.size() <= LONGEST_YES
                && lexicon.cue(Cue.AFFIRMS, tokens, 0).isPresent();
        return new Read(List.copyOf(clauses), Withdrawals.words(tokens, lexicon), yes, List.copyOf(takesBack));
    }

    /** A yes turns the questions of the message before into orders; a withdrawal ends what was ordered. */
    private static void affirm(Read read, String message, int number, List<Clause> before, List<Clause> fresh) {
        if (read.withdrawal() > 0) {
            fresh.add(0, takenBack(number, message.strip()));
        } else if (read.yes()) {
            List<Clause> answered = before.stream()
                    .filter(clause -> clause.message() == number - 1)
                    .filter(clause -> clause.mood() == Mood.QUESTION
                            || clause.mood() == Mood.ASK_FIRST
                            || clause.mood() == Mood.CHECK
                            || clause.mood() == Mood.CONDITION)
                    .toList();
            fresh.removeIf(
                    clause -> clause.mood() == Mood.ORDER && clause.mentions().isEmpty());
            answered.forEach(clause -> fresh.add(clause.with(Mood.ORDER, number)));
        }
    }

    /** Words that only take something back order nothing: {@code hold on}. */
    private static Clause withoutWithdrawal(Clause clause, List<Token> tokens) {
        boolean withdraws = clause.mood() == Mood.ORDER
                && clause.mentions().stream().noneMatch(Mention::tells)
                && Withdrawals.words(tokens, Lexicon.standard()) > 0;
        return withdraws ? withoutOrder(clause) : clause;
    }

    private static Clause withoutOrder(Clause clause) {
        return clause.mood() == Mood.ORDER ? clause.with(Mood.STATEMENT, clause.message()) : clause;
    }

    /** A sentence that takes something back ends what was ordered before it. */
    private static void withdrawals(Read read, List<Clause> fresh) {
        for (int at = fresh.size() - 1; at > 0; at--) {
            if (read.takesBack().get(at)) {
                fresh.add(at, takenBack(fresh.get(at).message(), fresh.get(at).quote()));
            }
        }
    }

    private static Clause takenBack(int message, String quote) {
        return new Clause(Mood.ONLY_LOOK, Set.of(), List.of(), List.of(), Set.of(), true, message, quote);
    }

    /** What the message speaks of beside its orders and prohibitions, and the message before it. */
    private static List<Mention> context(List<Clause> before, List<Clause> fresh, int number) {
        return Stream.concat(before.stream().filter(clause -> clause.message() == number - 1), fresh.stream())
                .filter(clause -> clause.mood() != Mood.PROHIBITION && clause.mood() != Mood.SCOPE)
                .flatMap(clause -> clause.mentions().stream())
                .filter(Mention::tells)
                .toList();
    }

    /** Puts in place of pointing words what they point to, and joins clauses that only add to the one before. */
    private static void link(List<Clause> before, List<Clause> fresh) {
        List<Mention> spokenOf = lastMentions(before);
        Clause order = null;
        Set<String> ordered = new LinkedHashSet<>();
        for (int at = 0; at < fresh.size(); at++) {
            Clause clause = fresh.get(at);
            boolean tells = clause.mentions().stream().anyMatch(Mention::tells);
            boolean points = clause.mentions().stream().anyMatch(Mention::pointing);
            if (pointsBack(clause, tells, points) && !spokenOf.isEmpty() && !choosesAmong(clause)) {
                clause = clause.withMentions(joined(clause.mentions(), pointed(clause.mentions(), spokenOf)));
            }
            Clause same = order != null ? order : lastOrder(before);
            if (same != null && isEllipsis(clause)) {
                clause = clause.withMentions(elsewhere(clause, same));
                order = same;
            }
            Clause asked = at == 0
                    ? lastOrder(before)
                    : order != null
                                    && order.mood() == Mood.ORDER
                                    && IS.matcher(clause.quote()).lookingAt()
                            ? order
                            : null;
            if (asked != null && answers(clause, asked)) {
                clause = continued(clause, asked);
            }
            if (clause.mood() == Mood.PROHIBITION
                    && clause.operations().isEmpty()
                    && clause.mentions().isEmpty()
                    && STAYS.matcher(clause.quote()).lookingAt()) {
                clause = clause.withMentions(spokenOf);
            }
            if (clause.operations().isEmpty()
                    && order != null
                    && (clause.mood() == Mood.PROHIBITION && !order.operations().equals(Set.of("read"))
                            || clause.mood() != Mood.PROHIBITION
                                    && (clause.only()
                                                    && !TELLS.matcher(clause.quote())
                                                            .lookingAt()
                                            || isAddition(clause)))) {
                clause = continued(clause, clause.mood() == Mood.PROHIBITION ? order.withOperations(ordered) : order);
            }
            fresh.set(at, clause);
            boolean other = clause.mood() == Mood.PROHIBITION
                    && (clause.operations().isEmpty() || clause.mentions().size() != 1);
            boolean timed = clause.mood() == Mood.PROHIBITION
                    && clause.mentions().stream()
                            .allMatch(mention -> mention.names().isEmpty()
                                    && mention.classes().isEmpty())
                    && MOMENT.matcher(clause.quote()).find();
            if (!other && !timed && clause.mentions().stream().anyMatch(Mention::tells)) {
                boolean belongs = clause.mood() == Mood.STATEMENT
                        && POSSESSIVE.matcher(clause.quote()).lookingAt();
                spokenOf = belongs ? joined(spokenOf, clause.mentions()) : clause.mentions();
            }
            if (!clause.operations().isEmpty() && clause.mood() != Mood.PROHIBITION) {
                order = clause;
                ordered.addAll(clause.operations());
            }
        }
    }

    /** Whether a clause says what is to be done, or kept, and leaves to what was said before to what. */
    private static boolean pointsBack(Clause clause, boolean tells, boolean points) {
        if (tells) {
            return points && !clause.operations().isEmpty() && clause.mood() != Mood.PROHIBITION;
        }
        boolean all = clause.mentions().stream()
                .anyMatch(mention -> mention.all() && mention.classes().isEmpty());
        if (clause.mood() == Mood.PROHIBITION) {
            boolean sorts = clause.mentions().stream()
                    .anyMatch(mention -> !mention.classes().isEmpty());
            return clause.operations().isEmpty() && (points || all) && !sorts;
        }
        return !clause.operations().isEmpty()
                && (points || all || clause.mentions().isEmpty());
    }

    /** Whether a clause chooses some of what was spoken of: {@code the first one}, {@code the others}. */
    private static boolean choosesAmong(Clause clause) {
        if (clause.mood() == Mood.PROHIBITION && REST.matcher(clause.quote()).find()) {
            return true;
        }
        return clause.mentions().stream()
                .filter(Mention::pointing)
                .flatMap(mention -> mention.words().stream())
                .anyMatch(Lexicon.standard()::isRank);
    }

    private static boolean isAddition(Clause clause) {
        return ADDITION.matcher(clause.quote()).lookingAt()
                && clause.mentions().stream().anyMatch(Mention::tells);
    }

    /** {@code same for staging}: the same is to be done to the same thing in another place. */
    private static boolean isEllipsis(Clause clause) {
        return clause.mood() == Mood.STATEMENT
                && clause.operations().isEmpty()
                && SAME.matcher(clause.quote()).lookingAt()
                && clause.mentions().stream().noneMatch(Mention::tells)
                && clause.mentions().stream()
                        .anyMatch(mention -> !mention.places().isEmpty());
    }

    /** {@code I'd like a table dropped} - {@code orders_old, please}: the second message names what the first did not. */
    private static boolean answers(Clause clause, Clause order) {
        boolean open = order.mentions().stream()
                .allMatch(mention ->
                        mention.names().isEmpty() && (!mention.pointing() || mention.mine()) && !mention.all());
        return clause.mood() == Mood.STATEMENT
                && clause.operations().isEmpty()
                && open
                && clause.mentions().stream()
                        .anyMatch(mention -> !mention.names().isEmpty())
                && NAMELY.matcher(clause.quote()).matches();
    }

    private static List<Mention> elsewhere(Clause clause, Clause order) {
        return pointed(clause.mentions(), order.mentions());
    }

    private static Clause continued(Clause clause, Clause order) {
        return new Clause(
                clause.mood() == Mood.STATEMENT ? order.mood() : clause.mood(),
                order.operations(),
                clause.mentions(),
                List.of(),
                clause.places(),
                clause.only(),
                clause.message(),
                clause.quote());
    }

    private static List<Mention> joined(List<Mention> own, List<Mention> spokenOf) {
        List<Mention> all = new ArrayList<>();
        own.stream()
                .filter(each -> each.tells() || !each.classes().isEmpty() || each.pointing())
                .forEach(all::add);
        all.addAll(spokenOf);
        return all;
    }

    /** What was spoken of, with the places that the pointing words add. */
    private static List<Mention> pointed(List<Mention> pointing, List<Mention> spokenOf) {
        Set<Place> places = new LinkedHashSet<>();
        pointing.forEach(each -> places.addAll(each.places()));
        if (places.isEmpty()) {
            return spokenOf;
        }
        return spokenOf.stream().map(each -> each.in(places)).toList();
    }

    /** The order of the message before, which an ellipsis may take up. */
    private static @Nullable Clause lastOrder(List<Clause> before) {
        return before.isEmpty() || before.getLast().mood() != Mood.ORDER ? null : before.getLast();
    }

    private static List<Mention> lastMentions(List<Clause> clauses) {
        for (int at = clauses.size() - 1; at >= 0; at--) {
            Clause clause = clauses.get(at);
            if (clause.mood() != Mood.PROHIBITION && clause.mentions().stream().anyMatch(Mention::tells)) {
                return clause.mentions();
            }
        }
        return List.of();
    }

    /** Places that a statement of the message names hold for its orders that name none. */
    private static List<Clause> placed(List<Clause> fresh) {
        Set<Place> places = new LinkedHashSet<>();
        for (Clause clause : fresh) {
            if (clause.mood() == Mood.SCOPE || clause.only() && clause.mood() == Mood.ORDER) {
                clause.mentions().forEach(mention -> places.addAll(mention.places()));
            }
        }
        if (places.isEmpty()) {
            return fresh;
        }
        return fresh.stream()
                .map(clause -> clause.mentions().stream()
                                        .allMatch(mention -> mention.places().isEmpty())
                                && clause.mood() != Mood.PROHIBITION
                        ? clause.withPlaces(places)
                        : clause)
                .toList();
    }
}
