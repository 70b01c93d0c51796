package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Clause.Mood;
import dev.greenlane.engine.consent.words.Lexicon;
import dev.greenlane.engine.consent.words.Lexicon.Place;
import dev.greenlane.engine.consent.words.Lexicon.State;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.listing.Thing;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Holds one mention against one object: gathers what speaks for it and against it. For one use. */
final class Fitting {

    private static final Pattern FILE_OR_HOST =
            Pattern.compile("[~./]?[\\w./-]*\\w\\.[a-z]{1,10}|[~/].*|@?[a-z][\\w.-]*/[\\w./-]*\\w");
    private static final Set<String> YES = Set.of("true", "yes", "1", "y", "t", "on");
    private static final Pattern SERVER = Pattern.compile(
            "(?:postgres(?:ql)?|mysql|mariadb|mongodb|rediss?|amqps?|mssql|clickhouse)(?:\\+\\w+)?://(?:[^@/]*@)?(?!localhost|127\\.|\\[?::1)");

    private static final Set<String> HOST_OPTIONS = Set.of("-h", "--host");
    private static final Pattern LOCAL = Pattern.compile("localhost|127\\..*|::1|/.*|\\.|-.*");
    private static final Set<String> NO =
            Set.of("false", "no", "0", "n", "f", "none", "<none>", "null", "-", "off", "");
    /** {@code attached}, {@code unattached}. */
    private static final Pattern FLAG = Pattern.compile("(un)?(\\p{L}{4,}?)(?:e?d|ing)?");

    private final Lexicon lexicon = Lexicon.standard();
    private final Mention mention;
    private final String quote;
    private final Set<Place> said;
    private final Deed deed;
    private final Item item;
    private final Set<String> pieces;
    private final boolean others;
    private boolean evidence;
    private boolean chosen;
    /** It was listed as one of the place that was said. */
    private boolean listedThere;
    /** It is such a thing as was said. */
    private boolean ofKind;
    /** Its place or its owner is as was said. */
    private boolean agrees;
    /** Something was said that only a fact could settle. */
    private boolean doubt;
    /** Something was said that is found nowhere. */
    private boolean strange;

    private boolean against;
    /** Something was said that the command has, and not the object. */
    private boolean unmatched;

    /**
     * @param pieces those of the object and of the command
     * @param others whether the clause names objects, be it this one or others, so that nothing else is meant
     */
    Fitting(Clause clause, Mention mention, Deed deed, Item item, Set<String> pieces, boolean others) {
        this.mention = mention;
        this.quote = clause.quote();
        this.said = mention.places().isEmpty() ? clause.places() : mention.places();
        this.deed = deed;
        this.item = item;
        this.pieces = pieces;
        this.others = others || clause.mood() == Mood.PROHIBITION;
    }

    /** Takes it for said that the object is among those that were chosen by comparing. */
    void chosen(boolean holds) {
        chosen = holds;
    }

    /** Whether the object's own name was said. */
    boolean isNamed() {
        return mention.names().stream().anyMatch(name -> Names.areOf(name, item))
                || Names.areSaid(mention, item, deed.scene().things());
    }

    /** Whether the object's name was said only as that of what something else lies in: {@code the logs of web-1}. */
    boolean isOnlyWithin() {
        return !mention.within().isEmpty()
                && item.names().stream()
                        .map(Names::normal)
                        .flatMap(name -> Stream.of(name, Names.last(name)))
                        .anyMatch(mention.within()::contains);
    }

    /** Whether the name of another object was said that is made like this one's. */
    boolean namesSister() {
        Set<String> names = new LinkedHashSet<>();
        for (String name : item.names()) {
            names.add(Names.normal(name));
            names.addAll(List.of(Names.normal(name).split("@")));
        }
        return Siblings.among(mention.said(), names, names);
    }

    /** @param complete whether the command has all the words of the clause */
    Fit fit(boolean complete) {
        places();
        if (against || !isNamed() && namesAnother()) {
            return Fit.OTHER;
        }
        if (isNamed()) {
            if (isOfTheSpeaker() && !mention.owners().isEmpty() && !mention.mine()) {
                return Fit.OTHER;
            }
            boolean part = deed.unlimited()
                    || isOnlyWithin()
                            && (!deed.tool() && deed.families().contains("cloud")
                                    || !deed.families().contains("people"));
            List<String> head = mention.said().stream()
                    .filter(word -> deed.unlimited() || !mention.within().contains(word))
                    .toList();
            boolean headed = !head.isEmpty() && covers(head);
            boolean narrower = part
                    && !mention.all()
                    && !(headed && (!deed.unlimited() || covers(mention.words())))
                    && !(deed.sets() && Amounts.agree(quote, deed));
            return doubt || narrower || isElsewhere() ? Fit.UNKNOWN : Fit.MATCH;
        }
        doubt |= mention.narrowed();
        if (mention.names().stream().anyMatch(name -> Names.contain(name, item))) {
            return inside();
        }
        if (!doubt && namesRows()) {
            return Fit.MATCH;
        }
        if (complete && isDescribed()) {
            return Fit.MATCH;
        }
        sort();
        mention.names().forEach(this::partOfName);
        mention.words().forEach(this::word);
        evidence |= ofKind && !strange;
        doubt |= strange && item.path() && item.text().endsWith("/*");
        if (mention.mine() && !owner()) {
            doubt |= !evidence || hasRival();
        }
        if (mention.all() && !mention.tells()) {
            agrees |= !mention.classes().isEmpty();
        }
        if (against) {
            return Fit.OTHER;
        }
        evidence |=
                chosen || listedThere || !strange && (agrees && !others || isOnlyOne() || mention.all() && unmatched);
        return doubt || !evidence ? Fit.UNKNOWN : Fit.MATCH;
    }

    /** Whether something else was listed that the words fit as well. */
    private boolean hasRival() {
        return deed.scene().things().all().stream()
                .filter(other -> item.listed().filter(other::equals).isEmpty())
                .anyMatch(other -> mention.words().stream().allMatch(word -> has(other.pieces(), word)));
    }

    /**
     * Whether nothing else can be meant: {@code restart the database} where the call restarts one thing, which is a database, and
     * nothing else was listed beside it. In production it has to be said that it is there.
     */
    private boolean isOnlyOne() {
        boolean production =
                item.places().stream().anyMatch(place -> place.name().equals("prod"))
                        && said.stream().noneMatch(place -> place.name().equals("prod"));
        if (others || production || mention.classes().isEmpty() && !mention.pointing() && !unmatched) {
            return false;
        }
        boolean counted = mention.count() > 0
                ? mention.count() == deed.together()
                : unmatched || !mention.plural() && deed.together() == 1;
        boolean alone = deed.scene().things().all().isEmpty()
                || mention.count() > 0 && item.listed().isPresent()
                || item.listed().isPresent() && deed.scene().things().all().size() == 1;
        return counted && alone;
    }

    /** Whether the rows that a statement takes were named by their numbers, and nothing else. */
    private boolean namesRows() {
        List<String> numbers = mention.names().stream()
                .filter(name -> !mention.within().contains(name.toLowerCase(Locale.ROOT)))
                .toList();
        return !deed.values().isEmpty()
                && !numbers.isEmpty()
                && deed.families().contains("data")
                && numbers.stream().allMatch(deed.values()::contains)
                && numbers.containsAll(deed.values())
                && !isElsewhere();
    }

    /** Whether the name of something else was said that the call is about. */
    private boolean namesAnother() {
        if (deed.tool()) {
            // Its arguments are of different sorts: whom to invite, and where to.
            return false;
        }
        Set<String> targets = others();
        return mention.names().stream()
                .filter(name -> !Patterns.isPattern(name) && !name.matches("\\d+"))
                .filter(name -> !mention.within().contains(name.toLowerCase(Locale.ROOT)))
                .map(Names::normal)
                .anyMatch(name -> targets.stream()
                        .map(Names::normal)
                        .anyMatch(other -> !Names.normal(item.text()).contains(name)
                                && (other.equals(name) || Names.last(other).equals(name))));
    }

    /** What else the call is about. */
    private Set<String> others() {
        Set<String> targets = new LinkedHashSet<>();
        deed.items().forEach(other -> targets.add(other.text()));
        boolean data = deed.families().contains("data") && deed.families().size() == 1;
        deed.scene().targets().forEach((kind, all) -> {
            if (!data || kind != EffectKind.FILE_READ) {
                targets.addAll(all);
            }
        });
        targets.removeAll(item.names());
        targets.removeIf(target -> target.contains(item.text()));
        return targets;
    }

    /** Whether what is named is said to lie in a file or on a host that the call has nothing to do with. */
    private boolean isElsewhere() {
        return mention.names().stream()
                .filter(name -> mention.within().contains(name.toLowerCase(Locale.ROOT)))
                .filter(name -> FILE_OR_HOST.matcher(name).matches())
                .anyMatch(name -> !pieces.containsAll(Thing.pieces(name)) && !Names.contain(name, item));
    }

    /** Whether the object is the speaker's by its name, and was said to be somebody else's: {@code piet's} for {@code /scratch/mona}. */
    private boolean isOfTheSpeaker() {
        Set<String> own = Thing.pieces(item.text());
        return deed.scene().me().stream().anyMatch(own::contains)
                && mention.owners().stream().noneMatch(owner -> has(pieces, owner));
    }

    /** What lies in something that was named. */
    private Fit inside() {
        boolean measured = mention.words().stream().anyMatch(lexicon::isMeasure);
        boolean others = mention.mine() && !owner();
        boolean other = mention.names().stream()
                .filter(name -> !mention.within().contains(name.toLowerCase(Locale.ROOT)))
                .filter(name -> !Names.contain(name, item) && !isAmong(name))
                .anyMatch(this::isOnlyOfAnother);
        boolean otherWord = mention.words().stream()
                .filter(word -> !mention.within().contains(word))
                .anyMatch(word -> isOnlyOfAnother(word) || isOnlyOfListed(word));
        if (against || other || otherWord) {
            return Fit.OTHER;
        }
        return doubt || others || measured || !covers(mention.names()) ? Fit.UNKNOWN : Fit.MATCH;
    }

    private void places() {
        Set<Place> said = new LinkedHashSet<>(this.said);
        Set<Place> places = new LinkedHashSet<>(item.places());
        Set<Place> ofName = new LinkedHashSet<>();
        Thing.pieces(item.text()).forEach(piece -> lexicon.place(piece).ifPresent(ofName::add));
        Set<Place> around = new LinkedHashSet<>(item.around());
        around.removeAll(ofName);
        around.removeIf(place -> !isEnvironment(place));
        if (!ofName.isEmpty() && !around.isEmpty() && isNamed()) {
            // What the name says of a place is part of the name: the place is where the command works.
            said.removeIf(place -> ofName.contains(place) && spoken(place) < 2);
            places.removeIf(Fitting::isEnvironment);
            places.addAll(around);
        }
        for (Place place : said) {
            List<Place> known = places.stream()
                    .filter(each -> each.dimension().equals(place.dimension()))
                    .toList();
            boolean wanted = said.stream()
                    .filter(each -> each.dimension().equals(place.dimension()))
                    .anyMatch(known::contains);
            boolean everywhere = mention.all() && place.dimension().equals("side");
            if (wanted || everywhere) {
                agrees = true;
                listedThere |= isEnvironment(place) && isListedIn(place);
            } else if (known.isEmpty()) {
                // Whoever says production and gets less has lost nothing; only code lives here and elsewhere.
                boolean code =
                        deed.families().contains("vcs") && !deed.families().contains("people");
                doubt |= place.dimension().equals("side")
                        ? code || place.name().equals("local") && isOnServer()
                        : !place.name().equals("prod");
            } else {
                against = true;
            }
        }
    }

    /** Whether the data lies on another machine: {@code psql -h db-1}. */
    private boolean isOnServer() {
        List<String> words = deed.command();
        return deed.families().contains("data")
                && IntStream.range(1, words.size())
                        .anyMatch(at -> SERVER.matcher(words.get(at)).lookingAt()
                                || HOST_OPTIONS.contains(words.get(at - 1))
                                        && !LOCAL.matcher(words.get(at)).matches());
    }

    /** Whether the listing says of this thing, and not of all, that it is of such a place: {@code the test accounts}. */
    private boolean isListedIn(Place place) {
        return item.listed().filter(thing -> isIn(thing, place)).isPresent()
                && deed.scene().things().all().stream().anyMatch(other -> !isIn(other, place));
    }

    private boolean isIn(Thing thing, Place place) {
        return thing.properties().values().stream()
                .anyMatch(value -> lexicon.place(value.toLowerCase(Locale.ROOT))
                        .filter(place::equals)
                        .isPresent());
    }

    private static boolean isEnvironment(Place place) {
        return place.dimension().equals("environment");
    }

    /** How often a place was said. */
    private int spoken(Place place) {
        int times = 0;
        for (String word : quote.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            times += lexicon.place(word).filter(place::equals).isPresent() ? 1 : 0;
        }
        return times;
    }

    private void sort() {
        Set<String> own = Thing.pieces(Names.last(item.text()));
        boolean kind = mention.classes().stream()
                .anyMatch(each -> own.contains(each)
                        || own.contains(each + "s")
                        || own.stream().anyMatch(piece -> lexicon.kinds(piece).contains(each)));
        Set<String> families = new LinkedHashSet<>();
        mention.classes().forEach(each -> families.addAll(lexicon.families(each)));
        ofKind = kind;
        doubt |= !kind && !families.isEmpty() && families.stream().noneMatch(deed.families()::contains);
    }

    /**
     * Whether the words make up the object's name ({@code the training jobs}: {@code train-0711}), or, where options choose the
     * objects, those options.
     */
    private boolean isDescribed() {
        boolean fact = !mention.titles().isEmpty()
                || mention.words().stream()
                        .anyMatch(word ->
                                lexicon.isMeasure(word) || !mention.names().isEmpty());
        if (doubt || fact || mention.words().stream().anyMatch(this::isOnlyOfAnother)) {
            return false;
        }
        if (item.listed().isEmpty() && deed.unlimited() && !mention.words().isEmpty()) {
            return covers(mention.words())
                    && (!mention.mine() || pieces.stream().anyMatch(deed.scene().me()::contains));
        }
        if (mention.mine()
                || mention.words().stream().anyMatch(word -> lexicon.state(word).isPresent())) {
            return false;
        }
        List<String> stems = Thing.pieces(item.text().substring(item.text().lastIndexOf('/') + 1)).stream()
                .filter(piece -> piece.matches("[a-z]{3,}") && !lexicon.isClass(piece))
                .filter(piece -> lexicon.place(piece).isEmpty())
                .toList();
        return !stems.isEmpty()
                && stems.stream().allMatch(stem -> mention.words().stream().anyMatch(word -> has(Set.of(stem), word)));
    }

    /** Whether everything that was said is found in the object or in the command. */
    private boolean covers(Iterable<String> all) {
        for (String each : all) {
            boolean sort = lexicon.isClass(each)
                    || lexicon.isMeasure(each) && isMeasured()
                    || lexicon.place(each).isPresent();
            if (!sort && !isAmong(each) && !has(pieces, each) && !pieces.containsAll(Thing.pieces(each))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the command has the numbers that were said. */
    private boolean isMeasured() {
        List<String> numbers = Stream.concat(mention.words().stream(), mention.names().stream())
                .filter(each -> each.matches("\\d+"))
                .toList();
        return !numbers.isEmpty() && pieces.containsAll(numbers);
    }

    /** Whether the object is one of those that a pattern or a range stands for. */
    private boolean isAmong(String pattern) {
        return Patterns.isPattern(pattern)
                && item.pieces().stream()
                        .anyMatch(piece -> Patterns.matches(pattern, piece)
                                || Patterns.matches(pattern, piece.replaceFirst("^[a-z]+0*(?=[0-9])", "")));
    }

    /** The pieces of the object itself, and not of the folders it lies in. */
    private Set<String> own() {
        Set<String> own =
                new LinkedHashSet<>(Thing.pieces(item.path() ? Names.last(Names.normal(item.text())) : item.text()));
        item.listed().ifPresent(thing -> own.addAll(thing.pieces()));
        return own;
    }

    /** Whether a number is that of the object, however it is written there: {@code part 3} is {@code part-003}. */
    private boolean isNumbered(String name) {
        return name.matches("\\d{1,12}")
                && item.names().stream()
                        .flatMap(each -> Thing.pieces(Names.last(each)).stream())
                        .map(piece -> piece.replaceFirst("^[a-z]*0*(?=[0-9])", ""))
                        .anyMatch(name::equals);
    }

    /** A name that is less than the whole: a number of a ticket, a part of a branch's name. */
    private void partOfName(String name) {
        Set<String> wanted = Thing.pieces(name);
        if (deed.items().stream()
                .anyMatch(other -> !other.equals(item)
                        && !own().containsAll(wanted)
                        && Thing.pieces(Names.last(other.text())).containsAll(wanted))) {
            against = true;
            return;
        }
        boolean within = mention.within().contains(name.toLowerCase(Locale.ROOT));
        boolean sister = name.matches(".*\\D.*")
                && Names.last(Names.normal(item.text())).endsWith("-" + name.toLowerCase(Locale.ROOT));
        boolean part = !sister && !wanted.isEmpty() && own().containsAll(wanted);
        if (isAmong(name) || isNumbered(name) || part && !within) {
            evidence = true;
        } else if (part || pieces.containsAll(wanted)) {
            unmatched = true;
        } else if (within && item.path() && (name.startsWith("/") || name.startsWith("~"))) {
            against = true;
        } else if (within) {
            strange = true;
            doubt |= !deed.tool() && FILE_OR_HOST.matcher(name).matches();
        } else if (Patterns.isPattern(name)
                && deed.values().stream().anyMatch(value -> Patterns.matches(name, value))) {
            unmatched = true;
        } else {
            against = true;
        }
    }

    private void word(String word) {
        Optional<State> state = lexicon.state(word);
        if (state.isPresent() && item.listed().isPresent()) {
            state(word, state.get(), item.listed().get());
            return;
        }
        if (item.listed().isPresent() && flag(word, item.listed().get())) {
            return;
        }
        if (Months.isMonth(word) && Months.tell(item)) {
            boolean fits = Months.fit(word, mention.words(), item);
            evidence |= fits;
            against |= !fits;
            return;
        }
        Set<String> own = own();
        boolean container = mention.within().contains(word) || mention.within().contains(word + "s");
        if (container
                && isOwn(own, word)
                && mention.classes().stream().noneMatch(own::contains)
                && (!mention.classes().isEmpty() || mention.words().size() > 1)
                && item.listed().isEmpty()) {
            unmatched = true;
            return;
        }
        if (mention.titles().contains(word)
                && isOwn(own, word)
                && item.names().stream()
                        .noneMatch(name -> Names.last(Names.normal(name)).equals(word))) {
            doubt |= !lexicon.isClass(word)
                    && item.names().stream()
                            .anyMatch(name -> joined(Names.last(name)).startsWith(joined(word)));
            evidence = true;
            return;
        }
        if (isOwn(own, word)
                || state.isPresent() && state.get().words().stream().anyMatch(own::contains)) {
            evidence = true;
        } else if (!mention.within().contains(word)
                && (isOfAnother(word)
                        || isSister(word)
                        || deed.scene().things().all().stream()
                                .anyMatch(other -> other.pieces().contains(word)
                                        || other.pieces().contains(word + "s")))) {
            against = true;
        } else if (pieces.containsAll(Thing.pieces(word))) {
            unmatched = true;
        } else if (lexicon.isMeasure(word) || state.isPresent()) {
            doubt = true;
        } else {
            strange = true;
            doubt |= mention.owners().contains(word) || isHalf(word);
        }
    }

    /** Whether a word is of the object itself; one with hyphens stands there as it is, and not only its parts. */
    private boolean isOwn(Set<String> own, String word) {
        if (!word.contains("-")) {
            return has(own, word);
        }
        String wanted = joined(word);
        return has(own, word)
                && (item.names().stream().anyMatch(name -> joined(name).contains(wanted))
                        || item.names().stream().noneMatch(name -> own(name).containsAll(Thing.pieces(word))));
    }

    private static Set<String> own(String name) {
        return Thing.pieces(name);
    }

    private static String joined(String name) {
        return "-" + String.join("-", name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) + "-";
    }

    private boolean isOnlyOfAnother(String word) {
        return isOfAnother(word) && !isOwn(own(), word);
    }

    /** Whether a word is of something else that was listed, and not of the object: {@code the csv files}. */
    private boolean isOnlyOfListed(String word) {
        return item.listed().isPresent()
                && !has(own(), word)
                && deed.scene().things().listedWith(item.listed().get()).stream()
                        .anyMatch(other -> has(other.pieces(), word));
    }

    /** Whether a word is of another object of the call. */
    private boolean isOfAnother(String word) {
        return (!deed.tool() || word.contains("-"))
                && !deed.scene().programs().contains(word)
                && others().stream()
                        .anyMatch(other -> Thing.pieces(Names.last(other)).containsAll(Thing.pieces(word)));
    }

    /** Whether a word with hyphens is made of some of the pieces of the name, and not as it is: {@code site-a} for {@code site-old-a}. */
    private boolean isSister(String word) {
        return word.contains("-") && Thing.pieces(item.text()).containsAll(Thing.pieces(word));
    }

    /** Whether a word with hyphens has pieces of the name and others: {@code site-b} for {@code site-a-old}. */
    private boolean isHalf(String word) {
        Set<String> own = own();
        Set<String> wanted = Thing.pieces(word);
        return wanted.size() > 1
                && !mention.within().contains(word)
                && !mention.within().contains(word + "s")
                && !Collections.disjoint(own, wanted)
                && !wanted.stream().allMatch(piece -> has(pieces, piece));
    }

    /** Whether a word is among pieces of names, in whatever form. */
    static boolean has(Set<String> pieces, String word) {
        return pieces.contains(word)
                || pieces.contains(word + "s")
                || word.contains("-") && pieces.containsAll(Thing.pieces(word))
                || word.length() > 3 && pieces.stream().anyMatch(piece -> isStem(piece, word) || isDaemon(piece, word));
    }

    /** Whether a name is that of the daemon for something: {@code thumbd} for {@code thumbnail}. */
    private static boolean isDaemon(String piece, String word) {
        return piece.length() > 4
                && word.indexOf('-') < 0
                && piece.length() <= word.length()
                && piece.endsWith("d")
                && word.startsWith(piece.substring(0, piece.length() - 1));
    }

    /** Whether one word is a short form of the other: {@code train}, {@code training}. */
    private static boolean isStem(String one, String other) {
        if (!other.chars().allMatch(Character::isLetter)) {
            return false;
        }
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        return shorter.length() > 3 && longer.startsWith(shorter) && !shorter.equals(longer);
    }

    /** Whether the thing was listed with a column that is called like the word and says yes or no. */
    private boolean flag(String word, Thing thing) {
        Matcher flag = FLAG.matcher(word);
        if (!flag.matches()) {
            return false;
        }
        boolean denied = flag.group(1) != null;
        for (Map.Entry<String, String> property : thing.properties().entrySet()) {
            boolean called = property.getKey().startsWith(flag.group(2))
                    || property.getKey().startsWith("is" + flag.group(2))
                    || property.getKey().startsWith("is_" + flag.group(2));
            String value = property.getValue().toLowerCase(Locale.ROOT);
            boolean list = property.getKey().endsWith("s");
            if (called && (list || YES.contains(value) || NO.contains(value))) {
                boolean yes = !NO.contains(value);
                evidence |= yes != denied;
                against |= yes == denied;
                return true;
            }
        }
        return false;
    }

    private void state(String word, State state, Thing thing) {
        for (Map.Entry<String, String> property : thing.properties().entrySet()) {
            if (property.getKey().contains(word)) {
                boolean no = NO.contains(property.getValue().toLowerCase(Locale.ROOT));
                evidence |= !no;
                against |= no;
                return;
            }
        }
        if (thing.pieces().stream().anyMatch(state.words()::contains)) {
            evidence = true;
        } else if (deed.scene().things().all().stream()
                .anyMatch(other -> other.pieces().stream().anyMatch(state.words()::contains))) {
            against = true;
        } else {
            doubt = true;
        }
    }

    /** Holds the owner against the speaker; whether anything is known of that. */
    private boolean owner() {
        Set<String> me = deed.scene().me();
        Optional<String> owner = item.listed().flatMap(Owners::of);
        if (owner.isPresent()) {
            boolean mine = Owners.is(owner.get(), me);
            agrees |= mine;
            against |= !mine && !me.isEmpty();
            return mine || !me.isEmpty();
        }
        if (item.pieces().stream().anyMatch(me::contains)) {
            agrees = true;
            return true;
        }
        against |= item.listed().isPresent()
                && deed.scene().things().all().stream()
                        .anyMatch(other -> other.pieces().stream().anyMatch(me::contains));
        return against;
    }
}
