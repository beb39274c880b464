using System.Net;
using System.Net.Http.Headers;
using FsCheck.NUnit;
using Polaris.Client.Cataloging;
using Polaris.Client.Tests.Http;
using Polaris.Client.Workflows;
using Property = FsCheck.NUnit.PropertyAttribute;

namespace Polaris.Client.Tests.Faults;

/// <summary>Whatever bytes a server answers, callers see a result or an exception of our family.</summary>
[Category("Faults")]
[Properties(MaxTest = 500)]
internal sealed class AnyBytesPropertyTests
{
    private static readonly int[] Statuses = [200, 200, 200, 200, 200, 200, 201, 204, 302, 400, 401, 404, 409, 409, 422, 500, 503];
    private static readonly string?[] MediaTypes = ["application/json", "application/json", "text/json", "text/plain", "text/html", null];
    private static readonly string?[] Charsets = [null, null, null, "utf-8", "utf-7", "utf-16", "nonsense"];

    [Property]
    public bool Call_AnsweredWithAnything_GivesAResultOrAnExceptionOfTheFamily(int seed)
    {
        var random = new Random(seed);
        var server = new ScriptedServer().Always(_ => Anything(random));
        if (random.Next(10) == 0)
        {
            server.WhenSigningIn = (_, _) => Task.FromResult(Anything(random));
        }

        var call = TestCall.All[random.Next(TestCall.All.Length)];
        using var polaris = TestClient.Create(server);
        return IsWellBehaved(async () => await (random.Next(2) == 0
            ? TestCall.MakeAsync(call, polaris)
            : ConductAsync(polaris, random)));
    }

    private static bool IsWellBehaved(Func<Task> call)
    {
        try
        {
            call().GetAwaiter().GetResult();
            return true;
        }
        catch (PolarisClientException exception)
        {
            return exception.Message.Length > 0 && exception.ToString().Length > 0;
        }
    }

    private static async Task ConductAsync(PolarisClient polaris, Random random)
    {
        var handlers = new PromptHandlers()
            .On<DisplayInPacPrompt>(prompt => prompt.Continue())
            .On<DuplicateBibRecordsPrompt>(prompt => random.Next(2) == 0 ? prompt.Replace(prompt.Duplicates) : prompt.Continue())
            .On<DuplicateAuthorityRecordsPrompt>(prompt => prompt.Replace(prompt.Duplicates))
            .On<ManageLinkedRecordsPrompt>(prompt => prompt.Continue(0, 0))
            .On<ReplacementErrorsPrompt>(prompt => prompt.Continue())
            .On<MarcValidationPrompt>(prompt => prompt.Ok())
            .Otherwise(prompt => prompt.Choices.Count > 0 ? prompt.Reply(prompt.Choices[^1].Result) : null);
        if (random.Next(2) == 0)
        {
            var result = await polaris.Workflows.RunAsync(new AddOrUpdateBibRecord { BibRecordId = 5 }, handlers);
            _ = $"{result} {result.Transcript} {result.Messages.Count} {result.Answer?.BibRecordId}";
        }
        else
        {
            await polaris.Workflows.RunAsync(new AddOrUpdateAuthorityRecord { AuthorityRecordId = 5 }, handlers);
        }
    }

    private static HttpResponseMessage Anything(Random random)
    {
        var names = PolarisFixture.Names.ToArray();
        var fixture = PolarisFixture.ResponseBody(names[random.Next(names.Length)])?.ToJsonString() ?? "{}";
        var content = new ByteArrayContent(MutatedJson.Of(fixture, random));
        if (MediaTypes[random.Next(MediaTypes.Length)] is { } mediaType)
        {
            content.Headers.ContentType = new MediaTypeHeaderValue(mediaType) { CharSet = Charsets[random.Next(Charsets.Length)] };
        }

        if (random.Next(10) == 0)
        {
            content.Headers.TryAddWithoutValidation("Content-Encoding", "gzip");
        }

        return new HttpResponseMessage((HttpStatusCode)Statuses[random.Next(Statuses.Length)]) { Content = content };
    }
}
