using System.Net;

namespace Polaris.Client.Folio;

/// <summary>Finds what is wrong with an answer that was read, and says so with route and tenant.</summary>
/// <param name="path">The path of the resource.</param>
/// <param name="tenant">The tenant that was asked.</param>
internal sealed class AnswerChecks<TRecord>(string path, string tenant)
    where TRecord : ReferenceRecord
{
    public string ListRoute { get; } = $"GET /{path}";

    public string Tenant => tenant;

    public TRecord Record(string verb, TRecord record) =>
        record.Id == Guid.Empty ? throw Broken(verb, "with a record without id", verb == "GET" ? "/{id}" : "") : record;

    public RecordPage<TRecord> Page(RecordPage<TRecord> page)
    {
        if (page.Records is not { } records)
        {
            throw Broken("GET", "with null in place of the records");
        }

        for (var i = 0; i < records.Count; i++)
        {
            if (records[i] is not { } record || record.Id == Guid.Empty)
            {
                throw Broken("GET", $"with a record without id (number {i} of the page)");
            }
        }

        return page;
    }

    public InvalidResponseException Broken(string verb, string how, string below = "")
    {
        var failure = new ApiFailure
        {
            StatusCode = verb == "POST" ? HttpStatusCode.Created : HttpStatusCode.OK,
            Route = $"{verb} /{path}{below}",
            Tenant = tenant,
            MayHaveBeenProcessed = true,
        };
        return new InvalidResponseException(
            $"{failure.Target} was answered {how}. Something between may have changed the answer.", failure);
    }
}
