using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Polaris.Client.ConventionTests.Types;

/// <summary>The compiler checks that every public member has a summary; these tests check what the documentation contains.</summary>
public sealed partial class DocumentationTests
{
    private static readonly Lazy<ILookup<string, XElement>> Members = new(() => Assemblies.All
        .Select(assembly => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")))
        .SelectMany(document => document.Descendants("member"))
        .ToLookup(member => member.Attribute("name")!.Value.Split('(')[0]));

    [Test]
    public void Options_OfThePackages_ReportTheirDefaults() => Convention.Holds(
        Assemblies.PublicTypes.Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.IsClass && type.GetProperty("AdditionalMembers") is null)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.CanWrite && !DocumentationOf("P", property).Any(member => member.Element("value") is not null))
            .Select(property => $"{property.DeclaringType!.FullName}.{property.Name}"),
        "Add <value> to the documentation: the default and the unit, or that it is required.");

    [Test]
    public void Clients_OfThePackages_ReportTheCallAndItsExceptions() => Convention.Holds(
        Assemblies.PublicTypes.Where(type => type.Name.Split('`')[0].EndsWith("Client", StringComparison.Ordinal))
            .SelectMany(Assemblies.PublicMethods)
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal) && method.Name != nameof(IAsyncDisposable.DisposeAsync))
            .SelectMany(MissingIn),
        "Add <exception> for each failure a caller meets, and <remarks> with verb and route, such as 'PUT /workflow/{guid}'.");

    [Test]
    public void Interfaces_OfEndpoints_NameTheVendorsPage() => Convention.Holds(
        Assemblies.PublicTypes.Where(TypeConventionTests.IsEndpointInterface)
            .Where(type => !Page().IsMatch(string.Concat(Members.Value[$"T:{type.FullName}"].Select(member => member.Value))))
            .Select(type => type.FullName!),
        "Add <remarks>: 'Vendor page: ...' for Polaris, the interface or the module that documents the endpoints for FOLIO.");

    [Test]
    public void Prompts_OfThePackages_ReportTheirNumber() => Convention.Holds(
        Assemblies.PublicTypes.Where(type => type.IsSubclassOf(typeof(Workflows.Prompt)) && !type.IsAbstract)
            .Where(type => !Number().IsMatch(string.Concat(Members.Value[$"T:{type.FullName}"].Select(member => member.Value))))
            .Select(type => type.FullName!),
        "Add <remarks> with the number: 'Prompt 66, raised when ...'.");

    private static IEnumerable<string> MissingIn(MethodInfo method)
    {
        List<XElement> found = [.. DocumentationOf("M", method)];
        string name = $"{method.DeclaringType!.FullName}.{method.Name}";
        if (found.Count == 0) yield return $"{name} has no documentation";
        bool isInherited = found.Exists(member => member.Element("inheritdoc") is not null);
        if (!isInherited && found.Exists(member => member.Element("exception") is null)) yield return $"{name} names none of its exceptions";
        if (!isInherited && found.Exists(member => !Route().IsMatch(member.Element("remarks")?.Value ?? ""))) yield return $"{name} does not name its method and route";
    }

    /// <summary>The documentation of a member; of all overloads of a method.</summary>
    private static IEnumerable<XElement> DocumentationOf(string kind, MemberInfo member)
    {
        string name = $"{kind}:{member.DeclaringType!.FullName!.Replace('+', '.')}.{member.Name}";
        return member is MethodInfo { IsGenericMethodDefinition: true } generic
            ? Members.Value[$"{name}``{generic.GetGenericArguments().Length}"]
            : Members.Value[name];
    }

    [GeneratedRegex("(GET|POST|PUT|PATCH|DELETE|HEAD) /")]
    private static partial Regex Route();

    [GeneratedRegex("Vendor pages?:|Interface |Module ")]
    private static partial Regex Page();

    [GeneratedRegex("Prompt [0-9]+")]
    private static partial Regex Number();
}
