import java.io.File;
import java.io.FileInputStream;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks the veraPDF engine about files, each against both standards a paper claims.
 *
 * One line per file and standard: standard, "passes" or "fails", checks made, then each broken rule once; parts are
 * parted by tabs. Started by verapdf.ts.
 */
class VeraPdf {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            for (PDFAFlavour standard : new PDFAFlavour[] {PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A}) {
                System.out.println(file + "\t" + verdict(file, standard));
            }
        }
    }

    static String verdict(String file, PDFAFlavour standard) {
        try (FileInputStream bytes = new FileInputStream(new File(file));
                PDFAParser parser = Foundries.defaultInstance().createParser(bytes, standard);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
            ValidationResult result = validator.validate(parser);
            TreeMap<String, String> broken = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
                String rule = assertion.getRuleId().getClause() + " test " + assertion.getRuleId().getTestNumber();
                broken.putIfAbsent(rule, rule + ": " + assertion.getMessage().replaceAll("\\s+", " "));
            }
            String answer = result.isCompliant() ? "passes" : "fails";
            String all = standard.getId() + "\t" + answer + "\t" + result.getTotalAssertions();
            return broken.isEmpty() ? all : all + "\t" + String.join("\t", broken.values());
        } catch (Exception unreadable) {
            return standard.getId() + "\tfails\t0\t" + unreadable.toString().replaceAll("\\s+", " ");
        }
    }
}
