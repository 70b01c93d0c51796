/**
 * What Claude Code asks a model about calls: the stages of its own classifier, where it does not look for verdicts of the
 * server, and the review of what a subagent hands back. They are answered here in their own formats, from the verdicts of the
 * service. As measured with the versions 2.1.197 and 2.1.330.
 */
@NullMarked
package dev.greenlane.gateway.side;

import org.jspecify.annotations.NullMarked;
