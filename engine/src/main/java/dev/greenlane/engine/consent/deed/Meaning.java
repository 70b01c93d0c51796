package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import dev.greenlane.engine.listing.Things;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a clause means an object of a deed. */
public final class Meaning {

    private static final Set<String> GENERAL = Set.of("change", "infrastructure", "manage", "plan", "straight");
    private static final String HOST_OR_FILE = "[a-z0-9-]+\\.[a-z]{2,5}";
    private static final Pattern DIRECTION = Pattern.compile(
            "(?i)\\b(?:to|into|onto|from|at|nach|zu|vers|para)\\s+`?((?:[\\w-]+\\.)+[a-z]{2,12}(?::\\d+)?(?:/[\\w./-]+)?)(?=[\\s`,;.!?]|$)");
    /** {@code eu-west-1}, {@code us-central1-b}. */
    private static final Pattern REGION =
            Pattern.compile("[a-z]{2,12}-(?:north|south|east|west|central){1,2}(?:-?\\d)?(?:-?[a-f])?");

    private static final Pattern MEANS = Pattern.compile(
            "(?i)\\b(?:with|using|via|through|by|mit|über|avec|con|com)\\s+(?:(?:the|our|its|das|dem|der|le|la|el|o|a)\\s+)?"
                + "([\\w.-]{2,40})\\s+(?:cli|command|tool|api|script|client|console|operator|playbook)\\b");
    private static final String VERSION = "v?[0-9.]+";

    private final Clause clause;
    private final Deed deed;
    private final Item item;
    private final Set<String> pieces;

    /** Whether the object is among those that are chosen by comparing; empty where nothing is compared. */
    private final Set<Fit> compared = EnumSet.noneOf(Fit.class);

    private Meaning(Clause said, Deed deed, Item item) {
        this.deed = deed;
        this.item = item;
        this.clause = chosen(said);
        this.pieces = new LinkedHashSet<>(item.pieces());
        deed.command().forEach(word -> pieces.addAll(Thing.pieces(word)));
        deed.within().forEach(word -> pieces.addAll(Thing.pieces(word)));
        deed.command().stream().limit(1).forEach(program -> pieces.addAll(Makers.of(program)));
    }

    /** What was said, without what was compared and was found to hold. */
    private Clause chosen(Clause said) {
        Set<String> values = Choosing.values(said);
        boolean named = said.mentions().stream()
                .flatMap(mention -> mention.names().stream())
                .filter(name -> !values.contains(name.toLowerCase(Locale.ROOT)))
                .anyMatch(name -> Names.areOf(name, item));
        if (named || item.whole() || deed.operations().contains("scale")) {
            return said;
        }
        List<Mention> rest = new ArrayList<>();
        for (Mention mention : said.mentions()) {
            Choosing choosing = Choosing.of(said, mention, deed, item);
            choosing.fit().ifPresent(compared::add);
            Mention left = choosing.rest();
            if (left.equals(mention) || left.tells() || !left.classes().isEmpty() || left.all()) {
                rest.add(left);
            }
        }
        return compared.isEmpty() ? said : said.withMentions(rest);
    }

    /** Whether {@code clause} means {@code item}. */
    public static Fit of(Clause clause, Deed deed, Item item) {
        return new Meaning(clause, deed, item).fit();
    }

    /**
     * Whether a clause means a deed whose objects nobody can tell: all of it is wanted, and nothing was said that the command
     * does not say.
     */
    public static Fit ofCommand(Clause clause, Deed deed) {
        Set<String> pieces = new LinkedHashSet<>();
        deed.command().forEach(word -> pieces.addAll(Thing.pieces(word)));
        boolean program = false;
        for (Mention mention : clause.mentions()) {
            for (String said : mention.said()) {
                boolean there = pieces.containsAll(Thing.pieces(said)) || Pieces.has(pieces, said);
                if (!there && !Lexicon.standard().isClass(said)) {
                    return Fit.UNKNOWN;
                }
                program |= there;
            }
        }
        return program ? Fit.MATCH : Fit.UNKNOWN;
    }

    /** The words of a clause with which objects were compared, and it is known of all how: {@code 2025}, {@code 30 days}. */
    public static Set<String> compared(Clause clause, Deed deed) {
        Set<String> values = Choosing.values(clause);
        boolean known = !values.isEmpty()
                && deed.items().stream()
                        .map(item -> new Meaning(clause, deed, item).compared)
                        .noneMatch(fits -> fits.isEmpty() || fits.contains(Fit.UNKNOWN));
        return known ? values : Set.of();
    }

    /** Whether a clause has the name of an object. */
    public static boolean names(Clause clause, Deed deed, Item item) {
        Meaning meaning = new Meaning(clause, deed, item);
        return clause.mentions().stream()
                .map(mention -> new Held(mention, deed, item, meaning.pieces))
                .anyMatch(held -> held.isNamed() && !held.isOnlyWithin());
    }

    private Fit fit() {
        if (compared.contains(Fit.OTHER)) {
            return Fit.OTHER;
        }
        if (clause.mentions().stream().anyMatch(mention -> namesAnotherPlace(mention) || contradictsOption(mention))) {
            return Fit.OTHER;
        }
        if (counted()) {
            return Fit.OTHER;
        }
        Fit fit = asSaid();
        return fit == Fit.MATCH
                        && clause.mood() != Mood.PROHIBITION
                        && (goesAnotherWay() || Strength.exceeds(clause, deed))
                ? Fit.UNKNOWN
                : fit;
    }

    /** Whether a tool was named that is to do it, and the call does it with another. */
    private boolean goesAnotherWay() {
        Matcher means = MEANS.matcher(clause.quote());
        while (means.find()) {
            String tool = means.group(1).toLowerCase(Locale.ROOT);
            boolean used = deed.scene().programs().stream().anyMatch(program -> program.startsWith(tool))
                    || deed.tool() && Pieces.has(pieces, tool)
                    || deed.scene().words().contains(tool)
                    || Lexicon.standard().isNoise(tool);
            if (!used) {
                return true;
            }
        }
        return false;
    }

    private Fit asSaid() {
        if (item.whole()) {
            if (clause.mentions().stream().anyMatch(this::isElsewhere)) {
                return Fit.OTHER;
            }
            if (!speaksOfParts()) {
                return Fit.UNKNOWN;
            }
            String folder = item.text().substring(item.text().lastIndexOf('/') + 1);
            Set<String> place = Set.of(folder);
            if (clause.mentions().stream().anyMatch(mention -> Siblings.among(mention.said(), place, place))) {
                return Fit.OTHER;
            }
            return clause.mentions().stream().allMatch(this::leavesWhole) ? Fit.MATCH : Fit.UNKNOWN;
        }
        Fit fit = ofMentions();
        return fit == Fit.UNKNOWN && clause.mood() != Mood.PROHIBITION && isContextual() ? Fit.MATCH : fit;
    }

    private Fit ofMentions() {
        boolean names =
                clause.mentions().stream().anyMatch(mention -> !mention.names().isEmpty());
        boolean complete = clause.mentions().stream().allMatch(mention -> covers(mention.words()));
        List<Fit> fits = new ArrayList<>();
        boolean others = clause.mentions().stream().anyMatch(this::namesObjects)
                || clause.mentions().stream()
                                .filter(mention ->
                                        mention.tells() || !mention.classes().isEmpty())
                                .count()
                        > 1;
        boolean measured = clause.mentions().stream()
                .flatMap(mention -> mention.words().stream())
                .anyMatch(word -> Lexicon.standard().isMeasure(word) && !isMeasured(word));
        boolean sister = false;
        boolean shown = false;
        boolean chosen = false;
        long telling = clause.mentions().stream().filter(Meaning::isOfSomething).count();
        for (Mention mention : clause.mentions()) {
            boolean beside = telling > (isOfSomething(mention) ? 1 : 0);
            Held held = new Held(mention, deed, item, pieces);
            Fitting fitting = new Fitting(clause, held, others || beside);
            fitting.chosen(compared.equals(Set.of(Fit.MATCH)));
            if (held.isNamed()) {
                Fit named = fitting.fit(complete);
                boolean than = measured
                        && clause.mentions().stream()
                                .anyMatch(each -> each.words().contains("than"));
                return named == Fit.MATCH && (than || liesElsewhere(mention) || goesElsewhere()) ? Fit.UNKNOWN : named;
            }
            sister |= held.namesSister();
            shown |= clause.mood() != Mood.PROHIBITION && mention.pointing() && !mention.tells() && isShown(mention);
            chosen |= !mention.names().isEmpty() || mention.words().stream().anyMatch(this::chooses);
            boolean named = clause.only() && names && mention.names().isEmpty();
            Fit fit = fitting.fit(complete);
            if (beside && !isOfSomething(mention) && fit != Fit.OTHER) {
                continue;
            }
            fits.add(named && fit == Fit.MATCH ? Fit.UNKNOWN : fit);
        }
        if (sister) {
            return Fit.OTHER;
        }
        if (measured && !(shown && !chosen) && !fits.contains(Fit.OTHER)) {
            return Fit.UNKNOWN;
        }
        if (fits.contains(Fit.MATCH) || shown && !chosen && !fits.contains(Fit.OTHER)) {
            return Fit.MATCH;
        }
        if (fits.isEmpty() && compared.equals(Set.of(Fit.MATCH))) {
            return Fit.MATCH;
        }
        return fits.isEmpty() || fits.contains(Fit.UNKNOWN) ? Fit.UNKNOWN : Fit.OTHER;
    }

    /** Whether a host or a file was named to go to, or to come from, that the call has nothing to do with. */
    private boolean goesElsewhere() {
        if (deed.tool()) {
            return false;
        }
        Matcher direction = DIRECTION.matcher(clause.quote());
        while (direction.find()) {
            String name = direction.group(1);
            boolean known = pieces.containsAll(Thing.pieces(name))
                    || Names.contain(name, item)
                    || deed.scene().words().stream().anyMatch(word -> word.contains(name));
            if (!known
                    && clause.mentions().stream()
                            .anyMatch(mention -> mention.said().contains(name.toLowerCase(Locale.ROOT)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether another folder was named than that in which a file lies that is named by a pattern. */
    private boolean liesElsewhere(Mention pattern) {
        return item.path()
                && pattern.names().stream().anyMatch(Patterns::isPattern)
                && clause.mentions().stream()
                        .flatMap(mention -> mention.names().stream())
                        .filter(name -> name.startsWith("/") || name.startsWith("~/"))
                        .anyMatch(name -> !Names.contain(name, item) && !pieces.containsAll(Thing.pieces(name)));
    }

    private static boolean isOfSomething(Mention mention) {
        return mention.tells() || !mention.classes().isEmpty();
    }

    /** Whether names were said that are not only those of what the objects lie in. */
    private boolean namesObjects(Mention mention) {
        return mention.names().stream()
                .anyMatch(name -> !covers(List.of(name))
                        || deed.items().stream().anyMatch(other -> Names.areOf(name, other))
                        || deed.scene().targets().values().stream().anyMatch(targets -> targets.contains(name)));
    }

    /** Whether the command itself says the number that was said: {@code -mtime +30}. */
    private boolean isMeasured(String word) {
        Set<String> said = new LinkedHashSet<>();
        clause.mentions().forEach(mention -> said.addAll(mention.words()));
        said.addAll(Spans.days(clause.quote()));
        boolean number = said.stream().anyMatch(each -> each.matches("\\d+") && pieces.contains(each));
        return number
                || isMonthly(word)
                || item.listed().isPresent() && item.pieces().contains(word);
    }

    /** Whether a word is for a month that the object's name has, or compares it with one. */
    private boolean isMonthly(String word) {
        return Months.tell(item)
                && clause.mentions().stream()
                        .filter(mention -> mention.words().contains(word))
                        .anyMatch(mention -> mention.words().stream()
                                .anyMatch(each -> Months.isMonth(each) && Months.fit(each, mention.words(), item)));
    }

    /** Whether fewer were counted than the call takes: {@code these two}. */
    private boolean counted() {
        int count = clause.mentions().stream().mapToInt(Mention::count).sum();
        boolean one = clause.mentions().size() == 1;
        boolean commits = deed.families().contains("vcs")
                && compared.isEmpty()
                && clause.mentions().stream()
                        .anyMatch(mention -> mention.classes().contains("commit") && !mention.plural());
        List<Mention> sorts = clause.mentions().stream()
                .filter(mention -> !mention.classes().isEmpty())
                .toList();
        boolean single = sorts.size() == 1
                && sorts.getFirst().equals(clause.mentions().getFirst())
                && !sorts.getFirst().plural()
                && clause.mentions().stream()
                        .allMatch(mention -> mention.names().isEmpty())
                && deed.together() > 1
                && deed.items().stream().allMatch(each -> each.listed().isPresent())
                && clause.mood() != Mood.PROHIBITION;
        boolean listed = deed.items().stream().anyMatch(each -> each.listed().isPresent());
        return single || one && count > 0 && count < deed.together() || commits && !listed && deed.together() > 1;
    }

    /** Whether the object was named just before or after, and what the clause itself names is where it lies. */
    private boolean isContextual() {
        boolean open = !clause.only()
                && clause.mentions().stream()
                        .allMatch(mention -> (covers(mention.names()) || mention.pointing() && isWithin(mention))
                                && (mention.classes().isEmpty()
                                        || mention.classes().stream()
                                                .anyMatch(each -> !Collections.disjoint(
                                                        Lexicon.standard().families(each), deed.families())))
                                && !mention.mine()
                                && mention.words().stream().noneMatch(Lexicon.standard()::isMeasure));
        return open
                && !namesAlternative()
                && clause.context().stream()
                        .map(mention -> new Held(mention, deed, item, pieces))
                        .anyMatch(held -> held.isNamed() && !held.isOnlyWithin());
    }

    /** Whether something else that was listed, and that the call leaves out, was spoken of as well: {@code web or worker}. */
    private boolean namesAlternative() {
        return clause.mentions().stream().noneMatch(Mention::plural)
                && deed.scene().things().all().stream()
                        .filter(thing -> deed.items().stream()
                                .noneMatch(each ->
                                        each.listed().filter(thing::equals).isPresent()))
                        .flatMap(thing -> thing.names().stream())
                        .map(Names::normal)
                        .anyMatch(name -> clause.context().stream()
                                .anyMatch(mention -> mention.said().contains(name)
                                        && !mention.within().contains(name)));
    }

    private static boolean isWithin(Mention mention) {
        return mention.names().stream().allMatch(name -> mention.within().contains(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether a word tells things that were listed apart. */
    private boolean chooses(String word) {
        Lexicon lexicon = Lexicon.standard();
        return lexicon.isRank(word)
                || lexicon.state(word).isPresent()
                || deed.scene().things().all().stream().anyMatch(thing -> Pieces.has(thing.pieces(), word));
    }

    /** Whether a pointing word means what was listed last: {@code delete all of those}. */
    private boolean isShown(Mention mention) {
        Things things = deed.scene().things();
        long newest = things.all().stream().filter(things::isNewest).count();
        return item.listed().filter(things::isNewest).isPresent() && (mention.plural() || newest == 1);
    }

    /** Whether another environment was said than that in which the command works. */
    private boolean isElsewhere(Mention mention) {
        Set<Place> said = mention.places().isEmpty() ? clause.places() : mention.places();
        return item.places().stream()
                .filter(place -> place.dimension().equals("environment"))
                .anyMatch(place ->
                        said.stream().anyMatch(other -> other.dimension().equals("environment"))
                                && !said.contains(place));
    }

    /** Whether what takes all there is may be meant: nothing is said that narrows it down to something else. */
    private boolean leavesWhole(Mention mention) {
        boolean strange = mention.names().stream()
                .filter(name -> !name.matches(VERSION))
                .filter(name -> !deed.families().contains("package") || !name.matches(HOST_OR_FILE))
                .anyMatch(name -> !covers(List.of(name)));
        boolean some = mention.words().stream()
                .anyMatch(word -> narrows(word) || Lexicon.standard().isComparison(word) && !covers(List.of(word)));
        boolean stash = item.text().equals("stash")
                && mention.classes().stream()
                        .anyMatch(
                                each -> Collections.disjoint(Lexicon.standard().families(each), deed.families()));
        return !strange && !stash && (mention.all() || !some);
    }

    /** Whether what is taken with the whole was said, where it is only a part of it: {@code volumes of the project}. */
    private boolean speaksOfParts() {
        int of = item.text().indexOf(" of the project");
        return of < 0
                || Stream.concat(clause.mentions().stream(), clause.context().stream())
                        .anyMatch(mention -> mention.said().contains(item.text().substring(0, of)));
    }

    /** Whether a word chooses some of what is there: one that was listed, or, in infrastructure, any that the command lacks. */
    private boolean narrows(String word) {
        if (deed.families().contains("vcs")) {
            return deed.unlimited() && deed.scene().things().all().stream().anyMatch(other -> isPiece(word, other));
        }
        return deed.families().contains("cloud") && !covers(List.of(word)) && !GENERAL.contains(word);
    }

    private static boolean isPiece(String word, Thing thing) {
        return thing.pieces().contains(word) || thing.pieces().contains(word + "s");
    }

    private boolean covers(List<String> said) {
        return said.stream().allMatch(each -> pieces.containsAll(Thing.pieces(each)));
    }

    /** Whether something was named that was listed beside what the command names, such as another remote or context. */
    private boolean namesAnotherListed(Mention mention, Set<String> places) {
        Things things = deed.scene().things();
        return mention.said().stream()
                .filter(said -> said.length() > 2 && !places.contains(said))
                .flatMap(said -> things.named(said).stream())
                .filter(thing -> thing.names().stream().noneMatch(places::contains))
                .filter(thing -> deed.command().stream()
                        .noneMatch(
                                word -> things.named(word).filter(thing::equals).isPresent()))
                .anyMatch(thing -> deed.command().stream()
                        .filter(word -> !mention.said().contains(word) && !word.equals(item.text()))
                        .flatMap(word -> things.named(word).stream())
                        .anyMatch(
                                other -> !other.equals(thing) && other.context().equals(thing.context())));
    }

    /**
     * Whether the command works in something that was not said, and another of its sort was: in {@code -n qa-2}, where {@code the
     * namespace qa-3} was spoken of.
     *
     * @param said all that the user has said
     */
    public static boolean strays(List<Clause> said, Deed deed) {
        List<String> words = deed.within().isEmpty() ? deed.command() : deed.within();
        for (int at = deed.within().isEmpty() ? 1 : 0; at + 1 < words.size(); at++) {
            String option = words.get(at);
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals);
            if (!name.equals("-n") && !Operations.standard().isContainerOption(name)) {
                continue;
            }
            String value = (equals < 0 ? words.get(at + 1) : option.substring(equals + 1)).toLowerCase(Locale.ROOT);
            Set<String> sorts = name.equals("-n") ? Set.of("namespace") : Thing.pieces(name);
            boolean told = said.stream()
                    .flatMap(clause -> clause.mentions().stream())
                    .anyMatch(mention -> mention.said().contains(value));
            boolean other = said.stream()
                    .filter(clause -> clause.mood() != Mood.PROHIBITION)
                    .flatMap(clause -> clause.mentions().stream())
                    .anyMatch(mention -> REGION.matcher(value).matches()
                                    && mention.said().stream()
                                            .anyMatch(
                                                    each -> REGION.matcher(each).matches())
                            || !Collections.disjoint(mention.classes(), sorts)
                                    && mention.names().stream()
                                            .anyMatch(each -> Thing.shape(each).equals(Thing.shape(value))));
            if (other && !told) {
                return true;
            }
        }
        return false;
    }

    /** Whether an option names another thing of the sort than was said: {@code --user-name kim} where {@code the user tim} was. */
    private boolean contradictsOption(Mention mention) {
        for (String title : mention.titles()) {
            boolean there = Pieces.has(pieces, title) || mention.owners().contains(title);
            List<String> options = deed.within().isEmpty() ? deed.command() : deed.within();
            for (int at = deed.within().isEmpty() ? 1 : 0; at + 1 < options.size() && !there; at++) {
                String option = options.get(at);
                if (option.startsWith("--")
                        && Operations.standard().isContainerOption(option)
                        && mention.classes().stream().anyMatch(Thing.pieces(option)::contains)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the command works somewhere else than was said: on {@code build2} instead of {@code build1}. */
    private boolean namesAnotherPlace(Mention mention) {
        Set<String> places = new LinkedHashSet<>();
        for (String word : deed.scene().words()) {
            for (String part : Names.normal(word).split("[,=:]")) {
                places.add(part);
                if (word.contains("://")) {
                    places.addAll(List.of(part.replaceFirst("^//", "").split("/")));
                }
                String host = part.substring(part.indexOf('@') + 1);
                places.add(host);
                places.add(host.replaceFirst("\\..*", ""));
            }
        }
        Set<String> others = new LinkedHashSet<>(places);
        for (String name : item.names()) {
            String own = name.contains("://") ? Names.last(Names.normal(name)) : Names.normal(name);
            others.removeIf(own::contains);
        }
        deed.items().forEach(each -> each.names().forEach(name -> places.add(Names.normal(name))));
        return Siblings.among(mention.said(), places, others) || namesAnotherListed(mention, places);
    }
}
