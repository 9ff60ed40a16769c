/** Places: where stores are, and how far from each other. */
package rollcall.geo;
