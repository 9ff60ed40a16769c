/**
 * Who is on the road: pings, and the rosters they are folded into.
 *
 * <p>A {@link rollcall.presence.Roster} is a union of sets, so it does not matter in what order, how often, or in how
 * many pieces its pings were read. Everything exact about presence rests on that.
 */
package rollcall.presence;
