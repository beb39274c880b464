using Polaris.Client.Http;

namespace Polaris.Client.Tests.Http;

public sealed class RequestOptionsTests
{
    [Test]
    public void RouteOf_RequestOfNoInterface_IsTheVerbAlone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://example.org/patrons/29937");

        Assert.That(RequestOptions.RouteOf(request), Is.EqualTo("POST"));
    }

    [Test]
    public void Property_OfAnotherType_IsTheDefault()
    {
        using var request = new HttpRequestMessage();
        request.Options.Set(new HttpRequestOptionsKey<string>("tenant"), "diku");

        Assert.That(RequestOptions.Get<string>(request, "tenant"), Is.EqualTo("diku"));
        Assert.That(RequestOptions.Get<int>(request, "tenant"), Is.Zero);
        Assert.That(RequestOptions.Get<string>(request, "other"), Is.Null);
    }

    [TestCase("https://example.org/api")]
    [TestCase("https://example.org/api/")]
    public void BaseAddress_WithOrWithoutSlash_EndsWithOne(string address) =>
        Assert.That(ServerAddress.WithTrailingSlash(new Uri(address)).AbsoluteUri, Is.EqualTo("https://example.org/api/"));
}
