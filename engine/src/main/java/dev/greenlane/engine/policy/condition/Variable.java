package dev.greenlane.engine.policy.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a condition can ask about an effect and its call. {@code docs/policy.md} explains each one. A variable that does not
 * belong to an effect (the path of a network effect) is empty: {@code ""}, no element, {@code false}.
 */
public enum Variable {
    EFFECT_KIND("effect.kind", Type.TEXT),
    EFFECT_TARGET("effect.target", Type.TEXT),
    EFFECT_TRAITS("effect.traits", Type.LIST),
    EFFECT_CERTAINTY("effect.certainty", Type.TEXT),
    EFFECT_REVERSIBLE("effect.reversible", Type.TEXT),
    EFFECT_CARRIES("effect.carries", Type.LIST),
    EFFECT_PLACE("effect.place", Type.TEXT),
    PATH_TEXT("path.text", Type.TEXT),
    PATH_SCOPE("path.scope", Type.TEXT),
    PATH_KNOWLEDGE("path.knowledge", Type.TEXT),
    PATH_KNOWN("path.known", Type.FLAG),
    PATH_CLASSES("path.classes", Type.LIST),
    PATH_TRUSTED("path.trusted", Type.FLAG),
    HOST_NAME("host.name", Type.TEXT),
    HOST_REACH("host.reach", Type.TEXT),
    HOST_KNOWN("host.known", Type.FLAG),
    HOST_TRUSTED("host.trusted", Type.FLAG),
    HOST_REGISTRY("host.registry", Type.FLAG),
    NAME_KNOWN("name.known", Type.FLAG),
    NAME_TRUSTED("name.trusted", Type.FLAG),
    NAME_PROTECTED("name.protected", Type.FLAG),
    COMMAND_PROTECTED("command.protected", Type.FLAG),
    COMMAND_ELSEWHERE("command.elsewhere", Type.FLAG),
    COMMAND_AWAY("command.away", Type.FLAG),
    NAME_INSTALLER("name.installer", Type.FLAG),
    CALL_TOOL("call.tool", Type.TEXT),
    CALL_SERVER("call.server", Type.TEXT),
    SERVER_TRUSTED("server.trusted", Type.FLAG),
    LOSS_NONE("loss.none", Type.FLAG),
    LOSS_SOME("loss.some", Type.FLAG),
    LOSS_UNDOABLE("loss.undoable", Type.FLAG),
    TARGET_OWN("target.own", Type.FLAG),
    USER_FORBIDS("user.forbids", Type.FLAG),
    USER_OTHER("user.other", Type.FLAG),
    USER_WAITS("user.waits", Type.FLAG),
    MODE("mode", Type.TEXT);

    /** What a variable holds. */
    public enum Type {
        TEXT,
        LIST,
        FLAG
    }

    private static final Map<String, Variable> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Variable::id, Function.identity()));

    private final String id;
    private final Type type;

    Variable(String id, Type type) {
        this.id = id;
        this.type = type;
    }

    /** The name in a condition: {@code path.scope}. */
    public String id() {
        return id;
    }

    public Type type() {
        return type;
    }

    /** The variable with this {@link #id()}. */
    public static Optional<Variable> byId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The variables of one type. */
    public static List<Variable> of(Type type) {
        return Arrays.stream(values()).filter(each -> each.type == type).toList();
    }
}
