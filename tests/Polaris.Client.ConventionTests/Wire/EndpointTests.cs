using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Polaris.Client.ConventionTests.Sources;

namespace Polaris.Client.ConventionTests.Wire;

public sealed class EndpointTests
{
    private const string ContractTests = "tests/Polaris.Client.ContractTests";

    /// <summary>These prove the stubs, without the library.</summary>
    private static readonly string[] NotContracts = [$"{ContractTests}/Stubs", $"{ContractTests}/wiremock"];

    [Test]
    public void Endpoints_OfTheLibrary_HaveAContractTest()
    {
        List<string> calls = [.. Repository.SourcesIn(ContractTests)
            .Where(file => !NotContracts.Any(file.IsIn))
            .SelectMany(Calls)];

        Convention.Holds(
            Endpoint.All.Where(endpoint => !calls.Exists(endpoint.Answers)).Select(endpoint => endpoint.ToString()),
            $"Add a test under {ContractTests} that plays the endpoint's example and asserts the request by verb and path, "
            + "such as AssertRequestsAsync(SignIn, \"GET objectlocks/27/29937\").");
    }

    [TestCase("POST objectlocks", "LockAsync")]
    [TestCase("GET objectlocks?getAllLocks=true", "ListAsync")]
    [TestCase("DELETE /Polaris.ApplicationServices/api/v1/eng/20/polaris/3/15/objectlocks/27/29937", "UnlockAsync")]
    [TestCase("PUT workflow/{HidingGuid}", "ReplyAsync")]
    public void Answers_ACall_IsTrueForItsEndpointOnly(string call, string method) =>
        Assert.That(Endpoint.All.Where(endpoint => endpoint.Answers(call)).Select(endpoint => endpoint.Name.Split('.')[1]), Is.EqualTo(new[] { method }));

    /// <summary>Every text such as <c>"PUT workflow/..."</c>; what is interpolated stands there as its expression.</summary>
    private static IEnumerable<string> Calls(SourceFile file) => file.Root.DescendantNodes()
        .Select(node => node switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
            InterpolatedStringExpressionSyntax text => string.Concat(text.Contents.Select(part => part.ToString())),
            _ => "",
        })
        .Where(text => text.Split(' ') is ["GET" or "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD", _]);
}
