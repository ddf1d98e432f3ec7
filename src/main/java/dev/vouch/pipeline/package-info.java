/** The durable way in and out: inbox, worker, retry, dead letters, and what is due. */
@NullMarked
package dev.vouch.pipeline;

import org.jspecify.annotations.NullMarked;
