using System.Text.Json.Serialization;
using Polaris.Client.Benchmarks.ByHand;
using Refit;

namespace Polaris.Client.Benchmarks.Declarative;

/// <summary>The same calls through bare Refit: its generated requests, the same JSON, no handlers.</summary>
internal interface IPolarisByRefit
{
    [Post("/objectlocks")]
    Task<ObjectLockDto> LockAsync([Body] ObjectReferenceDto target, CancellationToken cancellationToken);

    [Post("/workflow")]
    Task<WorkflowAnswerDto> StartAsync([Body] WorkflowRequestDto request, CancellationToken cancellationToken);

    [Put("/workflow/{requestGuid}")]
    Task<WorkflowAnswerDto> ReplyAsync(Guid requestGuid, [Body] WorkflowReplyDto reply, CancellationToken cancellationToken);
}

/// <summary>A page of FOLIO through bare Refit.</summary>
internal interface IFolioByRefit
{
    [Get("/holdings-sources")]
    Task<HoldingsSourcePageDto> ListAsync(string query, int limit, string totalRecords, CancellationToken cancellationToken);
}

/// <summary>Creates the interfaces.</summary>
internal static class ByRefit
{
    public static T Create<T>(HttpClient http, JsonSerializerContext json)
    {
        // Refit wants its base address without a slash at the end, because its routes begin with one.
        http.BaseAddress = new Uri(http.BaseAddress!.AbsoluteUri.TrimEnd('/'));
        return RestService.ForGenerated<T>(http, new RefitSettings(new SystemTextJsonContentSerializer(json.Options)));
    }
}
