using System.Net;
using System.Text.Json;
using Refit;

namespace Polaris.Client.Tests.Folio.Authentication;

/// <summary>Calls of a program's own below <c>/authn</c>, which are not sign-ins.</summary>
public class OtherAuthenticationCallsTests
{
    [Test]
    public async Task Call_RefusedCredentials_IsNotAWrongPassword()
    {
        using var gateway = Answering(422, """{"errors":[{"message":"There already exists credentials with user id"}]}""");
        await using var folio = gateway.CreateClient();

        var error = Assert.CatchAsync<RequestFailedException>(() => CreateAsync(folio))!;

        Assert.That(error, Is.TypeOf<ValidationFailedException>());
        Assert.That(error.Message, Does.Not.Contain("password"));
    }

    [Test]
    public async Task Call_ServerFailed_MayHaveBeenProcessed()
    {
        using var gateway = Answering(500, "{}");
        await using var folio = gateway.CreateClient();

        var error = Assert.CatchAsync<RequestFailedException>(() => CreateAsync(folio))!;

        Assert.That(error.MayHaveBeenProcessed, Is.True);
    }

    private static Task CreateAsync(FolioClient folio) =>
        folio.CreateApi<ICredentialsApi>().CreateAsync(JsonDocument.Parse("""{"userId":"1"}""").RootElement);

    private static RecordingGateway Answering(int status, string body) => new()
    {
        SignInAnswer = sent => sent.Path == "/authn/credentials" ? RecordingGateway.Json(body, (HttpStatusCode)status) : null,
    };

    public interface ICredentialsApi
    {
        [Post("/authn/credentials")]
        Task CreateAsync([Body] JsonElement credentials, CancellationToken cancellationToken = default);
    }
}
