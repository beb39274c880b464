using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Polaris.Client.ConventionTests.Sources;
using Polaris.Client.ConventionTests.Types;
using Polaris.Client.Folio;

namespace Polaris.Client.ConventionTests.Wire;

public sealed partial class EndpointTests
{
    private const string ContractTests = "tests/Polaris.Client.ContractTests";

    [Test]
    public void Endpoints_OfTheLibrary_HaveAContractTest()
    {
        List<string> calls = [.. Repository.SourcesIn(ContractTests).SelectMany(file => Played(file).Concat(Designed(file)).Concat(Siblings(file)))];

        Convention.Holds(
            Endpoint.All.Where(endpoint => !calls.Exists(endpoint.Answers)).Select(endpoint => endpoint.ToString()),
            $"Write a test below {ContractTests} that plays the endpoint's example with [Plays(\"Folder/name\")], or its designed request "
            + "with On(\"GET path\"), and asserts the request.");
    }

    [Test]
    public void Endpoints_TypesOfTheirBodies_ResolveInTheOptionsOfTheProduct()
    {
        var polaris = new PolarisProfile(new PolarisClientOptions { BaseAddress = new Uri("https://polaris.test") }, TimeProvider.System).Json;
        var folio = FolioJsonOptions.Create();

        Convention.Holds(
            Endpoint.All.SelectMany(endpoint => new[] { endpoint.Body, endpoint.Answer }.OfType<Type>().Select(type => (endpoint, type)))
                .Where(found => !(found.endpoint.IsOfFolio ? folio : polaris).TryGetTypeInfo(found.type, out _))
                .Select(found => $"{found.endpoint}: {Assemblies.NameOf(found.type)}"),
            "Add [JsonSerializable] to the context of its concept, and the context to PolarisProfile or FolioJsonOptions.");
    }

    [TestCase("POST /objectlocks", "LockAsync")]
    [TestCase("GET /objectlocks?getAllLocks=true", "ListAsync")]
    [TestCase("DELETE /Polaris.ApplicationServices/api/v1/eng/20/polaris/3/15/objectlocks/27/29937", "UnlockAsync")]
    [TestCase("PUT /workflow/7fc0c2b3-2ba8-42fa-81a6-9fb088fac31f", "ReplyAsync")]
    public void Answers_ACall_IsTrueForItsEndpointOnly(string call, string method) =>
        Assert.That(Endpoint.All.Where(endpoint => endpoint.Answers(call)).Select(endpoint => endpoint.Name.Split('.')[1]), Is.EqualTo(new[] { method }));

    /// <summary>The requests of the examples that tests name in <c>[Plays("Polaris/lock-single-200")]</c>.</summary>
    private static IEnumerable<string> Played(SourceFile file) => file.Root.DescendantNodes()
        .OfType<AttributeSyntax>()
        .Where(attribute => attribute.Name.ToString() == "Plays")
        .SelectMany(attribute => attribute.DescendantNodes().OfType<LiteralExpressionSyntax>())
        .Select(literal => Fixture.All.Single(fixture => fixture.Name == literal.Token.ValueText + ".json").Call);

    /// <summary>The requests that tests write themselves: <c>On("GET objectlocks")</c>, <c>$"PUT workflow/{guid}"</c>.</summary>
    private static IEnumerable<string> Designed(SourceFile file) => file.Root.DescendantNodes()
        .Select(node => node switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText,
            InterpolatedStringExpressionSyntax text => Hole().Replace(text.Contents.ToString(), "value"),
            _ => "",
        })
        .Where(text => Request().IsMatch(text));

    /// <summary>FOLIO's resources of one shape share one test, which is given the path in a tuple.</summary>
    private static IEnumerable<string> Siblings(SourceFile file) => !file.Path.EndsWith("SiblingTests.cs", StringComparison.Ordinal)
        ? []
        : file.Root.DescendantNodes()
            .OfType<TupleExpressionSyntax>()
            .Select(tuple => tuple.Arguments[0].Expression)
            .OfType<LiteralExpressionSyntax>()
            .SelectMany(path => new[] { "POST {0}", "GET {0}", "GET {0}/value", "PUT {0}/value", "DELETE {0}/value" }
                .Select(call => call.Replace("{0}", path.Token.ValueText, StringComparison.Ordinal)));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex("^(GET|POST|PUT|PATCH|DELETE) [^ ]+$")]
    private static partial Regex Request();
}
