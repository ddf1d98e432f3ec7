/** Several Slack ids of one human: how they are joined, and parted again. */
@NullMarked
package dev.vouch.advocate.identity;

import org.jspecify.annotations.NullMarked;
