package dev.greenlane.engine.consent;

import dev.greenlane.engine.consent.deed.Amounts;
import dev.greenlane.engine.consent.deed.Deed;
import dev.greenlane.engine.consent.deed.DeedReader;
import dev.greenlane.engine.consent.deed.Fit;
import dev.greenlane.engine.consent.deed.Item;
import dev.greenlane.engine.consent.deed.Location;
import dev.greenlane.engine.consent.deed.Meaning;
import dev.greenlane.engine.consent.deed.Numbering;
import dev.greenlane.engine.consent.deed.Operations;
import dev.greenlane.engine.consent.deed.Strength;
import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.consent.words.Said;
import dev.greenlane.engine.effect.Effect;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the user's own words say of the effects of one call. The newest word counts. For one call, in one thread. */
public final class Wishes implements Consent {

    private static final Set<String> HARMLESS =
            Set.of("read", "fetch", "run", "connect", "start", "create", "schedule");
    /** "Don't change anything else" forbids nothing of what was asked for. */
    private static final Pattern THE_REST =
            Pattern.compile("(?i)\\b(?:else|rest|others?|remaining|otherwise|more|extra|unrelated)\\b");

    /** A wish, or an order that begins with its verb. */
    private static final Pattern WANTS =
            Pattern.compile("(?i)\\b(?:needs?|should|must|has to|have to|ought|wants?|enough|please|from (?:now|today)"
                    + " on|brauch\\w*|soll\\w*|muss|doit|debe|deve)\\b|^\\W*\\p{L}+"
                    + " (?:the|all|our|my|this|that|these|those|its|it|[\\w./@-]*[\\d./@-][\\w./@-]*) ");

    private static final Pattern BEGIN =
            Pattern.compile("(?i)^\\W*(?:(?:please|pls|now|then|and|just|also|so|ok|okay|can you|could you|you can)"
                    + " )*(\\p{L}{3,20})\\b");

    /** {@code it has to be disabled}. */
    private static final Pattern BECOMES = Pattern.compile("(?i)\\b(?:be|get|gets) (\\p{L}{3,20}ed)\\b");

    /** How things are, were, or will be by somebody else. */
    private static final Pattern TELLS = Pattern.compile(
            "(?i)\\b(?:has|had|have|is|are|was|were|ran|took|used|uses|got|runs|says|said|currently|because|since|will|wanted|asked)\\b(?!"
                + " to\\b)");

    private final List<String> messages;
    private final DeedReader deeds;
    private final Lexicon lexicon = Lexicon.standard();
    private final Map<Effect, Opinion> known = new IdentityHashMap<>();
    /** Newest first; read when the first effect is asked about. */
    private List<Clause> clauses = List.of();

    private boolean read;

    /** @param messages what the user has said, oldest first */
    public Wishes(List<String> messages, DeedReader deeds) {
        this.messages = List.copyOf(messages);
        this.deeds = deeds;
    }

    @Override
    public Opinion on(Effect effect, String rule) {
        if (!read) {
            read = true;
            clauses = Said.of(messages).clauses().reversed();
        }
        if (clauses.isEmpty()) {
            return Opinion.UNSAID;
        }
        return known.computeIfAbsent(effect, this::opinion);
    }

    private Opinion opinion(Effect effect) {
        Deed deed = deeds.read(effect);
        if (deed.operations().isEmpty() || deed.operations().equals(Set.of("read"))) {
            return Opinion.UNSAID;
        }
        Optional<Clause> look = onlyLooks();
        if (look.isPresent() && deed.operations().stream().anyMatch(Operations.standard()::isGeneral)) {
            return new Opinion.Forbidden(look.get().quote());
        }
        Opinion opinion = ofItems(deed);
        boolean open = opinion instanceof Opinion.Unsaid
                || opinion instanceof Opinion.Beyond && !isOfSomebodyElse(deed)
                || opinion instanceof Opinion.Unbound;
        if (!open
                || !deed.tool()
                || !Operations.standard().isDelegated(effect.kind().id(), deed.command())) {
            return opinion;
        }
        return new Delegation(clauses, deed)
                .order()
                .<Opinion>map(clause -> new Opinion.Given("your words", clause.quote()))
                .orElse(opinion);
    }

    /** Whether a thing of the speaker's is meant, and what is touched was listed as something else. */
    private boolean isOfSomebodyElse(Deed deed) {
        return deed.items().stream().anyMatch(item -> item.listed().isPresent())
                && clauses.stream()
                        .filter(clause -> isWish(clause) && covers(clause, deed))
                        .anyMatch(clause -> clause.mentions().stream().anyMatch(Mention::mine));
    }

    private Opinion ofItems(Deed deed) {
        List<Item> items = Numbering.without(deed.items());
        if (items.isEmpty()) {
            return ofNothing(deed);
        }
        Opinion weakest = null;
        for (Item item : items) {
            Opinion opinion = ofItem(deed, item);
            if (weakest == null || rank(opinion) > rank(weakest)) {
                weakest = opinion;
            }
        }
        return weakest == null ? Opinion.UNSAID : weakest;
    }

    /** The clause of the newest message that wants nothing but a look. */
    private Optional<Clause> onlyLooks() {
        int newest = clauses.get(0).message();
        List<Clause> last =
                clauses.stream().filter(clause -> clause.message() == newest).toList();
        return last.stream().anyMatch(Wishes::isWish)
                ? Optional.empty()
                : last.stream()
                        .filter(clause -> clause.mood() == Mood.ONLY_LOOK)
                        .filter(clause -> clause.operations().contains("read"))
                        .findFirst();
    }

    private static int rank(Opinion opinion) {
        return switch (opinion) {
            case Opinion.Given given -> 0;
            case Opinion.Unbound unbound -> 1;
            case Opinion.Unsaid unsaid -> 2;
            case Opinion.Beyond beyond -> 3;
            case Opinion.Forbidden forbidden -> 4;
        };
    }

    /** A deed of which nobody knows what it touches. */
    private Opinion ofNothing(Deed deed) {
        for (Clause clause : clauses) {
            if (clause.mood() == Mood.ONLY_LOOK) {
                return Opinion.UNSAID;
            }
            if (!covers(clause, deed)) {
                continue;
            }
            if (clause.mood() == Mood.PROHIBITION && general(clause) && forbids(clause, Fit.UNKNOWN)) {
                return new Opinion.Forbidden(clause.quote());
            }
            if (isWish(clause)) {
                Optional<String> amount = otherAmount(clause, deed);
                if (amount.isPresent()) {
                    return new Opinion.Beyond(clause.quote(), amount.get());
                }
                boolean named = Meaning.ofCommand(clause, deed) == Fit.MATCH
                        || deed.sets() && Amounts.agree(clause.quote(), deed);
                boolean spares = Reservations.sparing(clause, clauses, deed).isPresent() || isElsewhere(deed);
                return clause.mood() == Mood.ORDER && named && !spares
                        ? new Opinion.Given("your words", clause.quote())
                        : unbound(clause, "It cannot be told which ones this takes.");
            }
        }
        return Opinion.UNSAID;
    }

    private Opinion ofItem(Deed deed, Item item) {
        Opinion beyond = Opinion.UNSAID;
        @Nullable Opinion open = null;
        @Nullable Opinion given = null;
        @Nullable Clause order = null;
        List<Clause> doubts = new ArrayList<>();
        int message = -1;
        for (Clause clause : clauses) {
            if (given != null && clause.message() != message) {
                break;
            }
            if (clause.mood() == Mood.ONLY_LOOK) {
                return given == null && clause.operations().isEmpty() && wasOrdered(clause, deed, item)
                        ? new Opinion.Forbidden(clause.quote())
                        : given != null ? given : open != null ? open : beyond;
            }
            if (given == null && clause.mood() == Mood.ASK_FIRST && HARMLESS.containsAll(clause.operations())) {
                doubts.add(clause);
                continue;
            }
            if (!covers(clause, deed)) {
                continue;
            }
            Fit meant = Meaning.of(clause, deed, item);
            Fit fit = Numbering.differ(clause, deed) ? Fit.OTHER : meant;
            if (clause.mood() == Mood.PROHIBITION) {
                boolean forbidden = forbidsMeans(clause, deed) || forbids(clause, fit);
                boolean spared = isOfTheRest(clause) || isEmptied(clause, deed);
                if (forbidden && !(spared && isOrdered(clause.message(), deed, item))) {
                    return new Opinion.Forbidden(clause.quote());
                }
                boolean inside = Reservations.hold(clause, clause, deed, item);
                if (fit == Fit.UNKNOWN || fit == Fit.OTHER && (item.text().contains("*") || inside)) {
                    doubts.add(clause);
                }
            } else if (isWish(clause) || setsAmount(clause, deed) || ordersAsTheCommand(clause, deed)) {
                Fit told = fit == Fit.OTHER ? fit : Numbering.told(clause, deed, item, fit);
                Optional<String> amount = meant == Fit.OTHER ? Optional.empty() : otherAmount(clause, deed);
                Opinion wish = amount.<Opinion>map(why -> new Opinion.Beyond(clause.quote(), why))
                        .orElseGet(() -> wish(clause, told, item));
                if (wish instanceof Opinion.Given && given == null) {
                    given = wish;
                    order = clause;
                    message = clause.message();
                } else if (wish instanceof Opinion.Unbound && open == null) {
                    open = wish;
                } else if (rank(wish) > rank(Opinion.UNSAID) && beyond.equals(Opinion.UNSAID)) {
                    beyond = wish;
                }
            }
        }
        if (given != null && order != null) {
            Optional<Clause> later = Reservations.after(order, clauses, deed, item);
            if (later.isPresent()) {
                return unbound(later.get(), "It cannot be told whether that leaves what was said before as it was.");
            }
            if (isElsewhere(deed)) {
                return unbound(order, "It cannot be told whether it is meant there, and so.");
            }
            if (beyond instanceof Opinion.Beyond && (isVague(order) || item.whole())) {
                return unbound(order, "It cannot be told whether " + item.text() + " is what is meant.");
            }
            Optional<Clause> spared = Reservations.sparing(order, clauses, deed);
            if (spared.isPresent()) {
                return unbound(spared.get(), "It cannot be told whether that holds for " + item.text() + ".");
            }
            for (Clause doubt : doubts) {
                if (Reservations.hold(doubt, order, deed, item)) {
                    return unbound(doubt, "It cannot be told whether that holds for " + item.text() + ".");
                }
            }
        }
        return given != null ? given : open != null ? open : beyond;
    }

    /** Whether the call does somewhere else, or past a guard, what was said. */
    private boolean isElsewhere(Deed deed) {
        return Location.strays(clauses, deed) || Strength.goesRound(messages, deed);
    }

    /** Whether an order says nothing of what it is about but where that is, so that what follows it says that. */
    private static boolean isVague(Clause order) {
        return order.mentions().stream().noneMatch(mention -> mention.tells() || mention.all());
    }

    /** What of an amount was said in the message of an order that the call does not keep to. */
    private Optional<String> otherAmount(Clause order, Deed deed) {
        if (deed.amounts().isEmpty()) {
            return Optional.empty();
        }
        List<String> beside = clauses.stream()
                .filter(clause ->
                        clause.message() == order.message() && !clause.quote().equals(order.quote()))
                .filter(clause -> clause.mood() != Mood.PROHIBITION && clause.mood() != Mood.QUESTION)
                .map(Clause::quote)
                .distinct()
                .toList();
        List<String> all = clauses.stream()
                .filter(clause -> clause.message() == order.message())
                .map(Clause::quote)
                .distinct()
                .toList();
        return Amounts.differ(order.quote(), beside, deed).or(() -> Amounts.exceed(all, deed));
    }

    /** Whether what a person takes back had been ordered. */
    private boolean wasOrdered(Clause withdrawal, Deed deed, Item item) {
        return clauses.stream()
                .filter(clause -> clause.message() < withdrawal.message() && clause.mood() == Mood.ORDER)
                .anyMatch(clause -> covers(clause, deed) && Meaning.of(clause, deed, item) == Fit.MATCH);
    }

    /** Whether a prohibition is of what the same message does not ask for: {@code keep everything else}. */
    private static boolean isOfTheRest(Clause clause) {
        return general(clause) && THE_REST.matcher(clause.quote()).find();
    }

    /** What is emptied is not deleted: {@code empty the log, but don't delete it}. */
    private boolean isEmptied(Clause prohibition, Deed deed) {
        return deed.operations().containsAll(Set.of("create", "change"))
                && deed.families().contains("file")
                && Set.of("delete", "stop", "uninstall", "discard").containsAll(prohibition.operations())
                && clauses.stream()
                        .filter(clause -> clause.message() == prohibition.message())
                        .anyMatch(clause -> clause.operations().contains("truncate"));
    }

    private boolean isOrdered(int message, Deed deed, Item item) {
        return clauses.stream()
                .filter(clause -> clause.message() == message && clause.mood() == Mood.ORDER && covers(clause, deed))
                .anyMatch(clause -> !Numbering.differ(clause, deed) && Meaning.of(clause, deed, item) == Fit.MATCH);
    }

    private static boolean isWish(Clause clause) {
        return switch (clause.mood()) {
            case ORDER, CONDITION, CHECK, ASK_FIRST -> true;
            case PROHIBITION, QUESTION, ONLY_LOOK, SCOPE, STATEMENT -> false;
        };
    }

    private static Opinion wish(Clause clause, Fit fit, Item item) {
        if (fit == Fit.OTHER) {
            return beyond(clause, item);
        }
        if (clause.mood() == Mood.CONDITION || clause.mood() == Mood.CHECK) {
            return new Opinion.Unbound(clause.quote(), "It cannot be told whether the condition is met.", true);
        }
        if (clause.mood() == Mood.ASK_FIRST) {
            return new Opinion.Unbound(clause.quote(), "The user wants to be asked first.", true);
        }
        return fit == Fit.MATCH
                ? new Opinion.Given("your words", clause.quote())
                : unbound(clause, "It cannot be told whether " + item.text() + " is what is meant.");
    }

    private static Opinion unbound(Clause clause, String why) {
        return new Opinion.Unbound(clause.quote(), why, false);
    }

    private static Opinion beyond(Clause clause, Item item) {
        if (clause.only()) {
            return new Opinion.Forbidden(clause.quote());
        }
        return new Opinion.Beyond(
                clause.quote(), "The user's words \"" + clause.quote() + "\" do not mean " + item.text() + ".");
    }

    // ---- operations
    // --------------------------------------------------------------------------------------------------

    private boolean covers(Clause clause, Deed deed) {
        if (clause.operations().stream().anyMatch(deed.operations()::contains) || namesTool(clause, deed)) {
            return true;
        }
        if ((clause.mood() == Mood.ORDER || clause.mood() == Mood.STATEMENT) && saysAsTheCommand(clause, deed)) {
            return true;
        }
        if (clause.mood() == Mood.PROHIBITION && clause.operations().isEmpty()) {
            return !HARMLESS.containsAll(deed.operations())
                    && clause.mentions().stream()
                            .anyMatch(mention -> mention.tells()
                                    || !mention.places().isEmpty()
                                    || mention.pointing() && !mention.classes().isEmpty());
        }
        if (clause.mood() == Mood.PROHIBITION && clause.operations().contains("change")) {
            return true;
        }
        if (clause.mood() == Mood.ORDER && clause.operations().contains(Lexicon.VAGUE) && putsRight(clause, deed)) {
            return true;
        }
        return (clause.mood() == Mood.ORDER || setsAmount(clause, deed))
                && deed.sets()
                && Amounts.agree(clause.quote(), deed);
    }

    /** Whether a sentence begins with the word that the command has for what it does: {@code reindex orders}. */
    private static boolean saysAsTheCommand(Clause clause, Deed deed) {
        if (deed.verbs().isEmpty()) {
            return false;
        }
        Matcher begin = BEGIN.matcher(clause.quote());
        if (begin.find() && deed.verbs().contains(begin.group(1).toLowerCase(Locale.ROOT))) {
            return true;
        }
        return clause.mood() == Mood.ORDER
                && BECOMES.matcher(clause.quote())
                        .results()
                        .map(done -> done.group(1).toLowerCase(Locale.ROOT))
                        .anyMatch(done -> deed.verbs().stream()
                                .anyMatch(verb -> done.equals(verb + "d") || done.equals(verb + "ed")));
    }

    private static boolean ordersAsTheCommand(Clause clause, Deed deed) {
        return clause.mood() == Mood.STATEMENT && clause.operations().isEmpty() && saysAsTheCommand(clause, deed);
    }

    /** Whether a sentence without a verb that is known says how much there is to be of something, and not how much there is. */
    private static boolean setsAmount(Clause clause, Deed deed) {
        return clause.mood() == Mood.STATEMENT
                && clause.operations().isEmpty()
                && deed.sets()
                && WANTS.matcher(clause.quote()).find()
                && !TELLS.matcher(clause.quote()).find();
    }

    /** Whether the words say which tool is to be used. */
    private static boolean namesTool(Clause clause, Deed deed) {
        if (deed.command().size() < 3 || !deed.tool()) {
            return false;
        }
        String name = String.join("_", deed.command().subList(1, deed.command().size()));
        return clause.mentions().stream()
                .anyMatch(mention ->
                        mention.said().contains(name) || mention.within().contains(name));
    }

    /** Something vague is to be done about things in a state that the deed's operation puts right. */
    private boolean putsRight(Clause clause, Deed deed) {
        return clause.mentions().stream()
                .flatMap(mention -> mention.words().stream())
                .map(lexicon::state)
                .flatMap(Optional::stream)
                .anyMatch(state -> state.puttingRight().stream().anyMatch(deed.operations()::contains));
    }

    // ---- objects
    // -----------------------------------------------------------------------------------------------------

    /** Whether a prohibition names by what means the deed is done: {@code nothing with sudo}. */
    private static boolean forbidsMeans(Clause clause, Deed deed) {
        return clause.mentions().stream()
                .filter(mention -> mention.names().isEmpty())
                .flatMap(mention -> mention.said().stream())
                .anyMatch(deed.scene().programs()::contains);
    }

    /** Whether a prohibition speaks of all there is. */
    private static boolean general(Clause clause) {
        return clause.mentions().stream()
                .allMatch(mention -> !mention.tells() && mention.places().isEmpty());
    }

    private boolean forbids(Clause clause, Fit fit) {
        if (general(clause)) {
            boolean nothingAtAll = clause.operations().contains("change")
                    && !THE_REST.matcher(clause.quote()).find();
            return nothingAtAll && clause.mentions().stream().anyMatch(Mention::all)
                    || clause.operations().stream().anyMatch(Operations.standard()::isGeneral);
        }
        return fit == Fit.MATCH;
    }
}
