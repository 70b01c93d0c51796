/** That one service runs for a user, and when it ends. It knows nothing of what the service does. */
@NullMarked
package dev.greenlane.service.life;

import org.jspecify.annotations.NullMarked;
