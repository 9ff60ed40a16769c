/** Benchmarks: what Rollcall reaches beside what a program written by hand reaches, as ratios in one run. */
package rollcall.bench;
