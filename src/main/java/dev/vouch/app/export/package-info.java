/** Everything that is held about a workspace, as JSON, and its ties and gifts as tables. */
@NullMarked
package dev.vouch.app.export;

import org.jspecify.annotations.NullMarked;
