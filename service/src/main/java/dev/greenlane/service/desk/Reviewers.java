package dev.greenlane.service.desk;

import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.policy.PolicyFile;
import dev.greenlane.engine.policy.source.InvalidPolicyException;
import dev.greenlane.engine.policy.source.PolicyReader;
import dev.greenlane.engine.review.Reviewer;
import dev.greenlane.engine.understand.Understander;
import dev.greenlane.service.settings.Setting;
import dev.greenlane.service.settings.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The reviewer for the policy files that hold; a file is read again when it has changed. Thread-safe. */
final class Reviewers {
    private static final int KEPT = 100;

    private final Understander understander = Understander.load();
    private final Reviewer standard = new Reviewer(understander, Policy.defaults());
    private final Map<List<SetFile>, Reviewer> others = new ConcurrentHashMap<>();

    /** What they understand calls with. */
    Understander understander() {
        return understander;
    }

    /** @throws NoReview where a policy file cannot be used */
    Reviewer by(List<Setting> policies) throws NoReview {
        if (policies.isEmpty()) {
            return standard;
        }
        List<SetFile> versions = SetFile.all("policy file", policies);
        Reviewer known = others.get(versions);
        if (known != null) {
            return known;
        }
        if (others.size() > KEPT) {
            others.clear();
        }
        Reviewer made = new Reviewer(understander, policy(versions));
        others.put(List.copyOf(versions), made);
        return made;
    }

    private static Policy policy(List<SetFile> versions) throws NoReview {
        Policy policy = Policy.defaults();
        for (SetFile version : versions) {
            try {
                PolicyFile content = PolicyReader.read(version.file().toString(), Files.readString(version.file()));
                policy = policy.with(version.source() == Source.PROJECT ? content.onlyTightening() : content);
            } catch (IOException | InvalidPolicyException | IllegalArgumentException e) {
                throw new NoReview("the policy file " + version.file() + " cannot be used: " + e.getMessage());
            }
        }
        return policy;
    }
}
