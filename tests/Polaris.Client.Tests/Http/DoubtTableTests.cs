using System.Net;
using System.Net.Sockets;
using Polaris.Client.Http;

namespace Polaris.Client.Tests.Http;

/// <summary>The table of what an attempt, and a call of several attempts, leaves open.</summary>
public sealed class DoubtTableTests
{
    private static IEnumerable<TestCaseData> Statuses() =>
        new[] { 200, 299, 408, 500, 502, 503, 504, 599 }.Select(status => new TestCaseData(status, nameof(Doubt.Unknown)))
            .Concat(new[] { 300, 307, 399, 400, 401, 404, 407, 409, 429, 499 }.Select(status => new TestCaseData(status, nameof(Doubt.Refused))));

    [TestCaseSource(nameof(Statuses))]
    public void Status_OfAnAnswer_LeavesOpen(int status, string expected) =>
        Assert.That(DoubtOf.Status((HttpStatusCode)status).ToString(), Is.EqualTo(expected));

    [TestCase(HttpRequestError.NameResolutionError, true)]
    [TestCase(HttpRequestError.ConnectionError, true)]
    [TestCase(HttpRequestError.SecureConnectionError, true)]
    [TestCase(HttpRequestError.ProxyTunnelError, true)]
    [TestCase(HttpRequestError.ResponseEnded, false)]
    [TestCase(HttpRequestError.InvalidResponse, false)]
    [TestCase(HttpRequestError.HttpProtocolError, false)]
    [TestCase(HttpRequestError.VersionNegotiationError, false)]
    public void NeverLeft_ErrorOfTheNetwork_IsProvenOnlyByAMissingConnection(HttpRequestError error, bool expected) =>
        Assert.That(DoubtOf.NeverLeft(new HttpRequestException(error)), Is.EqualTo(expected));

    [TestCase(SocketError.ConnectionRefused, true)]
    [TestCase(SocketError.HostNotFound, true)]
    [TestCase(SocketError.ConnectionReset, false)]
    [TestCase(SocketError.TimedOut, false)]
    public void NeverLeft_ErrorOfTheSocket_IsProvenOnlyByAMissingConnection(SocketError error, bool expected) =>
        Assert.That(DoubtOf.NeverLeft(new HttpRequestException("", new SocketException((int)error))), Is.EqualTo(expected));

    [Test]
    public void Doubt_BeforeAnythingIsHandedOver_IsNotSent()
    {
        var call = new CallContext();
        call.BeginAttempt();

        Assert.That(call.Doubt, Is.EqualTo(Doubt.NotSent));
        Assert.That(call.EarlierAttemptMayHaveBeenProcessed, Is.False);
    }

    [Test]
    public void Doubt_WhileInFlight_IsUnknown()
    {
        var call = new CallContext();
        call.BeginAttempt();
        call.HandOver();

        Assert.That(call.Doubt, Is.EqualTo(Doubt.Unknown));
    }

    [TestCase(nameof(Doubt.Unknown), nameof(Doubt.Refused), nameof(Doubt.Unknown))]
    [TestCase(nameof(Doubt.Unknown), nameof(Doubt.NotSent), nameof(Doubt.Unknown))]
    [TestCase(nameof(Doubt.Refused), nameof(Doubt.NotSent), nameof(Doubt.Refused))]
    [TestCase(nameof(Doubt.Refused), nameof(Doubt.Unknown), nameof(Doubt.Unknown))]
    [TestCase(nameof(Doubt.NotSent), nameof(Doubt.NotSent), nameof(Doubt.NotSent))]
    [TestCase(nameof(Doubt.NotSent), nameof(Doubt.Refused), nameof(Doubt.Refused))]
    public void Doubt_OfTwoAttempts_IsTheLargerOne(string first, string second, string expected)
    {
        var call = new CallContext();
        foreach (var attempt in new[] { first, second })
        {
            call.BeginAttempt();
            call.HandOver();
            call.Settle(Enum.Parse<Doubt>(attempt));
        }

        Assert.That(call.Doubt.ToString(), Is.EqualTo(expected));
        Assert.That(call.EarlierAttemptMayHaveBeenProcessed, Is.EqualTo(first == nameof(Doubt.Unknown)));
    }
}
