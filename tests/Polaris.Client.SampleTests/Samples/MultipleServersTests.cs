using MultipleServers;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>The sample does what its README says.</summary>
public sealed class MultipleServersTests
{
    [Test]
    public async Task RunAsync_TwoSitesAndTwoTenants_KeepsThemApart()
    {
        using var console = new TextConsole();

        await Consortium.RunAsync(console.Console, CancellationToken.None);

        Assert.That(console.Text, Does.Match("east.*Patron.*29937.*PolarisExec").And.Match("west.*ItemRecord.*847.*NightJob"));
        Assert.That(console.Text, Does.Contain("college lacks the source Main Street").And.Not.Contain("lacks the source Annex"));
    }
}
