using Polaris.Client.Testing;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The C# of docs/site-check.md.</summary>
internal static class SiteCheckSnippets
{
    public static (FakePolaris Polaris, FakeFolio Folio) Doubles()
    {
        // snippet
        var fake = new FakePolaris(FakePolarisOptions.FromSiteCheck("our-site.json"));
        var gateway = new FakeFolio(FakeFolioOptions.FromSiteCheck("our-site.json"));
        // end
        return (fake, gateway);
    }
}
