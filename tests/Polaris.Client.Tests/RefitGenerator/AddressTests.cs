using Polaris.Client.Http;

namespace Polaris.Client.Tests.RefitGenerator;

public sealed class AddressTests
{
    private static readonly Guid Id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Test]
    public async Task Call_WithRouteValues_IsResolvedBelowTheBaseAddress()
    {
        using var probe = new Probe();

        await probe.Api.GetAsync(3, -5_000_000_000);

        Assert.That(probe.Request!.RequestUri!.AbsoluteUri, Is.EqualTo(Probe.BaseAddress + "objectlocks/3/-5000000000"));
        Assert.That(probe.Request.Method, Is.EqualTo(HttpMethod.Get));
    }

    [Test]
    public async Task Call_RouteOfOneSlash_IsTheBaseAddress()
    {
        using var probe = new Probe();

        await probe.Api.GetRootAsync();

        Assert.That(probe.Request!.RequestUri!.AbsoluteUri, Is.EqualTo(Probe.BaseAddress));
    }

    [Test]
    public async Task Call_RouteWithoutValues_MakesItsAddressOnce()
    {
        using var probe = new Probe();

        await probe.Api.GetRootAsync();
        Uri? first = probe.Request!.RequestUri;
        await probe.Api.GetRootAsync();

        Assert.That(probe.Request.RequestUri, Is.SameAs(first));
    }

    [TestCase("plain", "plain")]
    [TestCase("a/b", "a%2Fb")]
    [TestCase("a\\b", "a%5Cb")]
    [TestCase("%2e", "%252e")]
    [TestCase("%2e%2e", "%252e%252e")]
    [TestCase("...", "...")]
    [TestCase("../x", "..%2Fx")]
    [TestCase("?x=1", "%3Fx%3D1")]
    [TestCase("#top", "%23top")]
    [TestCase("a b+c", "a%20b%2Bc")]
    [TestCase("a;b,c:d@e&f=g", "a%3Bb%2Cc%3Ad%40e%26f%3Dg")]
    [TestCase("Zażółć", "Za%C5%BC%C3%B3%C5%82%C4%87")]
    [TestCase("😀", "%F0%9F%98%80")]
    [TestCase("\r\n", "%0D%0A")]
    [TestCase(" ", "%20")]
    public async Task RouteValue_Hostile_StaysOneSegment(string value, string expected)
    {
        using var probe = new Probe();

        await probe.Api.GetTagAsync(Id, value);

        Assert.That(probe.Target, Is.EqualTo($"records/{Id}/tags/{expected}"));
    }

    [TestCase(".")]
    [TestCase("..")]
    [TestCase("")]
    [TestCase(null)]
    public void RouteValue_ThatWouldReachAnotherResource_IsRefusedBeforeAnythingIsSent(string? value)
    {
        using var probe = new Probe();

        var error = Assert.ThrowsAsync<ArgumentException>(() => probe.Api.GetTagAsync(Id, value!));

        Assert.That(error!.ParamName, Is.EqualTo("tag"));
        Assert.That(probe.Calls, Is.Zero);
    }

    [Test]
    public async Task RouteValue_OfEveryKind_IsWrittenWithoutCulture()
    {
        using var culture = new ForeignCulture();
        using var probe = new Probe();

        await probe.Api.GetValuesAsync(true, 1.50m, -2.5, new DateOnly(2026, 1, 31), '/', ulong.MaxValue);

        Assert.That(probe.Target, Is.EqualTo("values/true/1.50/-2.5/2026-01-31/%2F/18446744073709551615"));
    }

    [Test]
    public async Task Request_OfAnInterface_KnowsItsRouteTemplate()
    {
        using var probe = new Probe();

        await probe.Api.GetAsync(3, 5);

        Assert.That(RefitSeam.RouteOf(probe.Request!), Is.EqualTo("GET /objectlocks/{objectTypeId}/{objectId}"));
    }
}
