using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Http;

/// <summary>The kinds of call that the rules distinguish.</summary>
internal static class TestCall
{
    public const string Read = "GET";
    public const string List = "LIST";
    public const string Lock = "LOCK";
    public const string LockMany = "LOCK MANY";
    public const string Unlock = "DELETE";
    public const string UnlockAll = "DELETE ALL";
    public const string Start = "POST";
    public const string Reply = "PUT";

    public static readonly string[] Repeatable = [Read, List, Lock, LockMany, Unlock, UnlockAll];
    public static readonly string[] Unrepeatable = [Start, Reply];
    public static readonly string[] All = [.. Repeatable, .. Unrepeatable];

    public static string PromptAnswer => PolarisFixture.ResponseBody("bib-header-update-prompt-66.json")!.ToJsonString();

    /// <summary>Makes the call; a reply first gets its prompt, which the script must not mention.</summary>
    public static async Task MakeAsync(string call, PolarisClient polaris, CancellationToken cancellationToken = default)
    {
        var locks = polaris.CreateApi<IObjectLocksApi>();
        switch (call)
        {
            case Read: await locks.GetAsync((int)ObjectType.Patron, 29937, cancellationToken: cancellationToken); break;
            case List: await locks.ListAsync(cancellationToken: cancellationToken); break;
            case Lock: await locks.LockAsync(new(ObjectType.Patron, 29937), cancellationToken: cancellationToken); break;
            case LockMany: await locks.LockManyAsync((int)ObjectType.ItemRecord, [847, 2395843], cancellationToken: cancellationToken); break;
            case Unlock: await locks.UnlockAsync((int)ObjectType.Patron, 29937, cancellationToken: cancellationToken); break;
            case UnlockAll: await locks.UnlockAllAsync(cancellationToken: cancellationToken); break;
            case Start: await polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 }, cancellationToken); break;
            default:
                var talk = await polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 }, CancellationToken.None);
                if (talk.PendingPrompt is DisplayInPacPrompt prompt)
                {
                    await talk.ReplyAsync(prompt.Continue(), cancellationToken);
                }

                break;
        }
    }

    /// <summary>A server that raises the prompt for replies, so that the script begins with the call itself.</summary>
    public static ScriptedServer ServerFor(string call) =>
        call == Reply ? new ScriptedServer().Then(200, PromptAnswer) : new ScriptedServer();

    /// <summary>How often the call itself was sent.</summary>
    public static int SentBy(string call, ScriptedServer server) => server.Requests.Count(request => request.Method == Verb(call)
        && (call != Start || request.Resource == "workflow"));

    private static string Verb(string call) => call switch
    {
        Read or List => "GET",
        Lock or LockMany or Start => "POST",
        Unlock or UnlockAll => "DELETE",
        _ => "PUT",
    };
}
