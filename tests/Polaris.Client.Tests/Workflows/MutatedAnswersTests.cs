using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Tests.Faults;
using Polaris.Client.Tests.Http;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows;

/// <summary>
/// Every documented answer of Polaris and the answer of every workflow, with one value odd at a time. New examples and new workflows
/// join by themselves.
/// </summary>
[Category("Faults")]
public sealed class MutatedAnswersTests
{
    private static IEnumerable<string> Examples => PolarisFixture.Names.Where(name => PolarisFixture.ResponseBody(name) is not null);

    private static IEnumerable<Type> Workflows => typeof(PolarisClient).Assembly.GetExportedTypes()
        .Where(type => !type.IsAbstract && type.GetProperty("Kind", BindingFlags.Public | BindingFlags.Static) is not null && AnswerOf(type) is not null);

    [TestCaseSource(nameof(Examples))]
    public async Task Call_AnyValueOfADocumentedAnswerOdd_GivesAResultOrAnExceptionOfTheFamily(string name)
    {
        var fixture = PolarisFixture.Read(name);
        var status = fixture["response"]!["status"]!.GetValue<int>();
        foreach (var (json, _) in AnswerMutations.Of(PolarisFixture.ResponseBody(name)!))
        {
            try
            {
                await CallAsync(fixture, status, json);
                Assert.That(status, Is.LessThan(400), json);
            }
            catch (PolarisClientException)
            {
                // A result that cannot be used must be an exception of the family.
            }
        }
    }

    [TestCaseSource(nameof(Workflows))]
    public async Task RunAsync_AnyValueOfTheAnswerOdd_IsCompletedOnlyIfTheResultCanBeRead(Type workflow)
    {
        var data = JsonSerializer.SerializeToNode(AnyArguments.Filled(AnswerOf(workflow)!), AnswerOf(workflow)!, AnyArguments.Json)!;
        var answer = new JsonObject
        {
            ["WorkflowRequestGuid"] = Guid.Empty,
            ["WorkflowRequestType"] = 10,
            ["WorkflowStatus"] = 1,
            ["Prompt"] = null,
            ["InformationMessages"] = JsonNode.Parse("""[{"Type":1,"Title":"","Message":"done"}]"""),
            ["AnswerExtension"] = new JsonObject { ["WorkflowAnswerExtensionType"] = 6, ["Data"] = data },
        };
        var run = typeof(MutatedAnswersTests).GetMethod(nameof(RunAsync), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(AnswerOf(workflow)!);
        foreach (var (json, _) in AnswerMutations.Of(answer))
        {
            try
            {
                await (Task)run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [AnyArguments.Filled(workflow), json], null)!;
            }
            catch (PolarisClientException)
            {
                // As above.
            }
        }
    }

    [Test]
    public async Task SignIn_AnyValueOdd_LetsNoRequestOutWithoutATokenThatWasRead()
    {
        var signIn = JsonNode.Parse(await Answers.SignIn(expires: "2026-01-15T12:00:00Z").Content.ReadAsStringAsync())!;
        foreach (var (json, _) in AnswerMutations.Of(signIn))
        {
            var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.Json(json)) }.Always(_ => Answers.Json("[]"));
            using var polaris = TestClient.Create(server);
            try
            {
                await polaris.ObjectLocks.ListAsync();
                Assert.That(server.Requests.Single().Authorization, Does.Match("^PAS [^:]+:[^:]+:[^:]+$"), json);
            }
            catch (PolarisClientException)
            {
                Assert.That(server.Requests, Is.Empty, json);
            }
        }
    }

    private static Type? AnswerOf(Type? workflow) =>
        workflow is null ? null
        : workflow is { IsGenericType: true } && workflow.GetGenericTypeDefinition() == typeof(WorkflowRequest<>) ? workflow.GetGenericArguments()[0]
        : AnswerOf(workflow.BaseType);

    private static async Task CallAsync(JsonObject fixture, int status, string json)
    {
        var path = fixture["request"]!["path"]!.GetValue<string>().Split('/');
        var body = fixture["request"]!["body"];
        var server = new ScriptedServer().Then(status, json).Always(_ => Answers.Json("""{"WorkflowStatus":3}"""));
        switch (path)
        {
            case ["objectlocks", var type]:
                using (var polaris = TestClient.Create(server))
                {
                    // The documented answer names other objects than its request, so its IDs prove nothing.
                    var ids = body!.AsArray().Select(id => id!.GetValue<int>());
                    await polaris.ObjectLocks.LockAsync((ObjectType)int.Parse(type, CultureInfo.InvariantCulture), [.. ids]);
                }

                break;
            case ["objectlocks"]:
                using (var polaris = TestClient.Create(server))
                {
                    var id = body!["ObjectID"]!.GetValue<int>();
                    var held = await polaris.ObjectLocks.LockAsync((ObjectType)body["ObjectTypeID"]!.GetValue<int>(), id);
                    Assert.That(held.ObjectId, Is.EqualTo(id), json);
                }

                break;
            case ["workflow", ..] when fixture["response"]!["body"]!["WorkflowRequestType"]!.GetValue<int>() == 13:
                await RunAsync(new AddOrUpdateBibRecord { BibRecordId = 5 }, json);
                break;
            case ["workflow", ..]:
                await RunAsync(new AddOrUpdateAuthorityRecord { AuthorityRecordId = 5 }, json);
                break;
            default:
                Assert.Fail($"Add the call of {string.Join("/", path)} here.");
                break;
        }
    }

    /// <summary>Runs the workflow; it may be completed only if status and result can be read.</summary>
    private static async Task RunAsync<TAnswer>(WorkflowRequest<TAnswer> request, string json)
        where TAnswer : class
    {
        var server = new ScriptedServer().Then(200, json).Always(_ => Answers.Json("""{"WorkflowStatus":3}"""));
        using var polaris = TestClient.Create(server);
        var result = await polaris.Workflows.RunAsync(request, new PromptHandlers());
        if (result.Outcome != WorkflowOutcome.Completed)
        {
            return;
        }

        Assert.That(result.Wire.WorkflowStatus, Is.EqualTo(WorkflowStatus.CompletedSuccessfully), json);
        if (result.Wire.AnswerExtension?.Data is { ValueKind: not JsonValueKind.Undefined and not JsonValueKind.Null })
        {
            Assert.That(result.Answer, Is.Not.Null, json);
            Assert.That(
                JsonSerializer.Serialize(result.Answer, AnyArguments.Json).Contains(AnswerMutations.Odd, StringComparison.Ordinal),
                Is.EqualTo(result.Wire.AnswerExtension.Data.GetRawText().Contains(AnswerMutations.Odd, StringComparison.Ordinal)), json);
        }

        if (result.Answer is RecordsDeleted deleted)
        {
            Assert.That(deleted.DeletedRecordIds, Is.Not.Empty, json);
            Assert.That(deleted.BlockedRecordIds, Is.Empty, json);
        }
    }
}
