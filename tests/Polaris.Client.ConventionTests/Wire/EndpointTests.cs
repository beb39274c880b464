using System.Text.Json.Nodes;
using Polaris.Client.Composition;
using Polaris.Client.ConventionTests.Types;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Polaris.Client.ConventionTests.Sources;

namespace Polaris.Client.ConventionTests.Wire;

public sealed class EndpointTests
{
    private const string ContractTests = "tests/Polaris.Client.ContractTests";
    private const string Mappings = $"{ContractTests}/wiremock/mappings";
    private const string Siblings = "Siblings/";
    private const string LifeOfSiblings = $"{ContractTests}/wiremock/siblings/life.json";

    [Test]
    public void Endpoints_OfTheLibrary_HaveAContractTest()
    {
        List<string> calls = [.. Repository.SourcesIn(ContractTests).SelectMany(PlayedStubs).Distinct().SelectMany(Calls)];

        Convention.Holds(
            Endpoint.All.Where(endpoint => !calls.Exists(endpoint.Answers)).Select(endpoint => endpoint.ToString()),
            $"Write the endpoint's example as a stub below {Mappings}, and a test below {ContractTests} that plays it with "
            + "[Stubs(\"Folder/name\")] and asserts the request.");
    }

    [Test]
    public void Endpoints_TypesOfTheirBodies_ResolveInTheOptionsOfTheProduct()
    {
        var polaris = PolarisJsonOptions.Create(serverTimeZone: null);
        var folio = FolioJsonOptions.Create();

        Convention.Holds(
            Endpoint.All.SelectMany(endpoint => new[] { endpoint.Body, endpoint.Answer }.OfType<Type>().Select(type => (endpoint, type)))
                .Where(found => !(found.endpoint.IsOfFolio ? folio : polaris).TryGetTypeInfo(found.type, out _))
                .Select(found => $"{found.endpoint}: {Assemblies.NameOf(found.type)}"),
            "Add [JsonSerializable] to the context of its concept, and the context to PolarisJsonOptions or FolioJsonOptions.");
    }

    [TestCase("POST /objectlocks", "LockAsync")]
    [TestCase("GET /objectlocks?getAllLocks=true", "ListAsync")]
    [TestCase("DELETE /Polaris.ApplicationServices/api/v1/eng/20/polaris/3/15/objectlocks/27/29937", "UnlockAsync")]
    [TestCase("PUT /workflow/7fc0c2b3-2ba8-42fa-81a6-9fb088fac31f", "ReplyAsync")]
    public void Answers_ACall_IsTrueForItsEndpointOnly(string call, string method) =>
        Assert.That(Endpoint.All.Where(endpoint => endpoint.Answers(call)).Select(endpoint => endpoint.Name.Split('.')[1]), Is.EqualTo(new[] { method }));

    /// <summary>The stubs that tests name in <c>[Stubs("Polaris/lock-single-200")]</c>.</summary>
    private static IEnumerable<string> PlayedStubs(SourceFile file) => file.Root.DescendantNodes()
        .OfType<AttributeSyntax>()
        .Where(attribute => attribute.Name.ToString() == "Stubs")
        .SelectMany(attribute => attribute.DescendantNodes().OfType<LiteralExpressionSyntax>())
        .Select(literal => literal.Token.ValueText);

    /// <summary>What the stubs of a file answer to: verb, blank, address.</summary>
    private static IEnumerable<string> Calls(string stubs)
    {
        JsonNode content = JsonNode.Parse(TextOf(stubs))!;
        return (content["mappings"] as JsonArray ?? [content.DeepClone()])
            .Select(mapping => mapping!["request"]!)
            .Select(request => $"{request["method"]} {AddressIn(request).Replace("\\", "", StringComparison.Ordinal)}");
    }

    /// <summary>FOLIO's resources of one shape have one file, in which the path is left open.</summary>
    private static string TextOf(string stubs) => stubs.StartsWith(Siblings, StringComparison.Ordinal)
        ? Repository.Read(LifeOfSiblings).Replace("{path}", stubs[Siblings.Length..], StringComparison.Ordinal)
        : Repository.Read($"{Mappings}/{stubs}.json");

    private static string AddressIn(JsonNode request) => request.AsObject()
        .First(member => member.Key.StartsWith("url", StringComparison.Ordinal)).Value!.ToString();
}
