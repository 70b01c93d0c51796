package dev.greenlane.service.desk;

import dev.greenlane.agents.Facts;
import dev.greenlane.agents.HookEvent.ToolDone;
import dev.greenlane.agents.Tool;
import dev.greenlane.service.rules.OwnRules;
import java.util.List;

/**
 * What a gateway asks, and what it tells of the session first. {@code docs/service.md} describes its JSON.
 *
 * @param said what the person has said, oldest first
 * @param done calls that have given their result since the inquiry before
 * @param uses what the model wants to use now
 * @param rules the client's own
 * @param shadow whether to record only
 */
record Inquiry(Facts facts, List<String> said, List<ToolDone> done, List<Tool> uses, OwnRules rules, boolean shadow) {
    Inquiry {
        said = List.copyOf(said);
        done = List.copyOf(done);
        uses = List.copyOf(uses);
    }
}
