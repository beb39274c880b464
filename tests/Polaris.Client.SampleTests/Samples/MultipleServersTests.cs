using System.Text.Json.Nodes;
using MultipleServers;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>The sample does what its README describes.</summary>
public sealed class MultipleServersTests
{
    [Test]
    public async Task RunAsync_TwoSitesAndTwoTenants_KeepsThemApart()
    {
        using var console = new TextConsole();
        using var json = new StringWriter();

        await Consortium.RunAsync(console.Console, json, CancellationToken.None);

        Assert.That(console.Text, Does.Match("east.*Patron.*29937.*PolarisExec").And.Match("west.*ItemRecord.*847.*NightJob"));
        Assert.That(console.Text, Does.Contain("college lacks the source Main Street").And.Not.Contain("lacks the source Annex"));
        Assert.That(json.ToString().TrimEnd().Split(Environment.NewLine).Select(line => JsonNode.Parse(line)!.AsObject()), Has.Exactly(4).Items);
    }
}
