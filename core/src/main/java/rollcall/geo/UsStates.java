package rollcall.geo;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Postal codes of the states and the District of Columbia. */
final class UsStates {

    private static final Map<String, String> CODES = """
            AL Alabama
            AK Alaska
            AZ Arizona
            AR Arkansas
            CA California
            CO Colorado
            CT Connecticut
            DE Delaware
            DC District of Columbia
            FL Florida
            GA Georgia
            HI Hawaii
            ID Idaho
            IL Illinois
            IN Indiana
            IA Iowa
            KS Kansas
            KY Kentucky
            LA Louisiana
            ME Maine
            MD Maryland
            MA Massachusetts
            MI Michigan
            MN Minnesota
            MS Mississippi
            MO Missouri
            MT Montana
            NE Nebraska
            NV Nevada
            NH New Hampshire
            NJ New Jersey
            NM New Mexico
            NY New York
            NC North Carolina
            ND North Dakota
            OH Ohio
            OK Oklahoma
            OR Oregon
            PA Pennsylvania
            RI Rhode Island
            SC South Carolina
            SD South Dakota
            TN Tennessee
            TX Texas
            UT Utah
            VT Vermont
            VA Virginia
            WA Washington
            WV West Virginia
            WI Wisconsin
            WY Wyoming
            """.lines().collect(
            Collectors.toUnmodifiableMap(line -> plain(line.substring(3)), line -> plain(line.substring(0, 2))));

    private UsStates() {}

    /**
     * The postal code in lower case of a state.
     *
     * @param state its name or postal code, without anything but lower-case letters; what is neither is answered as it is
     */
    static String postalCode(String state) {
        return CODES.getOrDefault(state, state);
    }

    private static String plain(String text) {
        return text.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
