package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.EffectKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a function of a library does to the world; {@code python.yaml} explains the fields. Words name parameters.
 *
 * @param takes its parameters in order
 * @param runs the sort of thing that is run, then its parameters; empty where nothing is
 * @param http the method or the parameter that holds it, then the URL; empty where it is no request
 * @param body parameters whose data a request sends
 * @param opens the path, the mode, and the mode where none is given; empty where it opens no file
 * @param listens the host or address, the port, and the host where none is given; empty where it opens no port
 * @param calls a parameter that is a function, then one that holds its arguments
 * @param shows parameters whose data people can read afterwards
 * @param gives the sort of thing it gives back, then what that is about
 * @param hands as a decorator, the class of the object that the decorated function gets; empty where it hands nothing
 * @param unclear why what it does is not known
 */
record Entry(
        List<Parameter> takes,
        List<Does> does,
        List<String> runs,
        List<String> http,
        List<String> body,
        List<String> opens,
        List<String> listens,
        List<String> calls,
        List<String> shows,
        List<String> gives,
        Optional<String> hands,
        Optional<String> unclear) {

    /**
     * A parameter.
     *
     * @param names the names it has in calls, the first of which the description uses
     * @param rest whether it takes all further arguments
     */
    record Parameter(List<String> names, boolean rest) {}

    /**
     * One effect.
     *
     * @param target parameters of which the first present one counts; {@code self} is the object, {@code =text} is literal
     * @param carries parameters whose data is sent
     */
    record Does(EffectKind kind, List<String> target, Set<String> traits, List<String> carries, Certainty certainty) {}
}
