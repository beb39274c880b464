using Polaris.Client.Http;

namespace Polaris.Client.Tests.Http;

public sealed class RefitSeamTests
{
    [Test]
    public void RouteOf_RequestOfNoInterface_IsTheVerbAlone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://example.org/patrons/29937");

        Assert.That(RefitSeam.RouteOf(request), Is.EqualTo("POST"));
    }

    [Test]
    public void Property_OfAnotherType_IsTheDefault()
    {
        using var request = new HttpRequestMessage();
        request.Options.Set(new HttpRequestOptionsKey<object?>("tenant"), "diku");

        Assert.That(RefitSeam.Property<string>(request, "tenant"), Is.EqualTo("diku"));
        Assert.That(RefitSeam.Property<int>(request, "tenant"), Is.Zero);
        Assert.That(RefitSeam.Property<string>(request, "other"), Is.Null);
    }

#if REFIT_TYPES_IMPORTED
    [TestCase("https://example.org/api")]
    [TestCase("https://example.org/api/")]
    public void BaseAddress_WithOrWithoutSlash_EndsWithOne(string address) =>
        Assert.That(RefitSeam.BaseAddress(new Uri(address)).AbsoluteUri, Is.EqualTo("https://example.org/api/"));
#endif
}
