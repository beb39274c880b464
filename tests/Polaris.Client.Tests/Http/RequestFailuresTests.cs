using System.Net;
using Polaris.Client.Http;

namespace Polaris.Client.Tests.Http;

/// <summary>What an exception message may contain of a response, and what it adds later.</summary>
public sealed class RequestFailuresTests
{
    [TestCase("70000", "70000")]
    [TestCase("!~", "!~")]
    [TestCase("two words", "unknown")]
    [TestCase("line\nbreak", "unknown")]
    [TestCase("del\u007f", "unknown")]
    [TestCase("k\u00e4se", "unknown")]
    [TestCase("", "unknown")]
    [TestCase(null, "unknown")]
    public void Printable_ErrorCode_IsShownOnlyWithoutControlCharacters(string? code, string expected) =>
        Assert.That(RequestFailures.Printable(code), Is.EqualTo(expected));

    [TestCase(64, true)]
    [TestCase(65, false)]
    public void Printable_ErrorCodeOfAnyLength_IsShownUpTo64Characters(int length, bool isShown)
    {
        var code = new string('7', length);

        Assert.That(RequestFailures.Printable(code), Is.EqualTo(isShown ? code : "unknown"));
    }

    [TestCase(500, true, "responded with HTTP 500: the server failed, and may have acted on the request")]
    [TestCase(500, false, "responded with HTTP 500: the server failed. See Body for the response.")]
    [TestCase(501, false, "responded with HTTP 501: the server failed. See Body for the response.")]
    [TestCase(499, false, "responded with HTTP 499. See Body for the response.")]
    [TestCase(409, false, "responded with HTTP 409: it conflicts with the current state. Read the record again, then repeat the change.")]
    public void FromStatus_Failure_AdvisesByStatusAndDoubt(int status, bool mayHaveBeenProcessed, string message)
    {
        var failure = new ApiFailure { Route = "PUT /x", StatusCode = (HttpStatusCode)status, MayHaveBeenProcessed = mayHaveBeenProcessed };

        Assert.That(RequestFailures.FromStatus(failure).Message, Does.StartWith($"PUT /x {message}"));
    }

    [Test]
    public void ApiFailure_New_HasEmptyTexts()
    {
        Assert.That(new ApiFailure().Route, Is.Empty);
        Assert.That(new ApiError().Message, Is.Empty);
    }

    [Test]
    public void Doubtful_ByTheFailure_StatesThatTheServerMayHaveActed()
    {
        Assert.That(RequestFailures.Doubtful(new ApiFailure()), Is.Empty);
        Assert.That(RequestFailures.Doubtful(new ApiFailure { MayHaveBeenProcessed = true }), Does.Contain("may have acted"));
    }

    [Test]
    public void AddNote_NoneOneAndTwo_AreAppendedToTheMessage()
    {
        var error = new TransportException("Lost.", "GET /x", mayHaveBeenProcessed: false);
        Assert.That(error.Message, Is.EqualTo("Lost."));

        error.AddNote("First.");
        Assert.That(error.Message, Is.EqualTo("Lost. First."));

        error.AddNote("Second.");
        Assert.That(error.Message, Is.EqualTo("Lost. First. Second."));
    }

    [Test]
    public async Task Read_LargeBodyOfUnknownLength_ArrivesIntact()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => i.ToString("D6", System.Globalization.CultureInfo.InvariantCulture)));
        var server = new ScriptedServer().Then(() => Answers.Broken($"\"{text}\"", instead: _ => Task.CompletedTask));
        using var polaris = TestClient.Create(server);

        var read = await polaris.CreateApi<ITextApi>().GetAsync();

        Assert.That(read, Is.EqualTo($"\"{text}\""));
    }

    [Test]
    public void Call_RefusedWithTheRenewedTokenToo_CountsBothAttempts()
    {
        var server = new ScriptedServer().Then(401).Then(401);
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Attempts, Is.EqualTo(2));
    }

    /// <summary>An endpoint that returns a JSON string.</summary>
    public interface ITextApi
    {
        [Refit.Get("/text")]
        Task<string> GetAsync();
    }
}
