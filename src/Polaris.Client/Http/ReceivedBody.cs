using System.Net;
using System.Text;

namespace Polaris.Client.Http;

/// <summary>The body of a successful response, in memory.</summary>
internal sealed class ReceivedBody : ByteArrayContent
{
    /// <param name="bytes">The body, decompressed.</param>
    /// <param name="status">The status of the response.</param>
    /// <param name="original">The content as received, whose headers are kept.</param>
    public ReceivedBody(byte[] bytes, HttpStatusCode status, HttpContent? original)
        : base(bytes)
    {
        Bytes = bytes;
        Status = status;
        foreach (var header in original?.Headers.AsEnumerable() ?? [])
        {
            if (!header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }
    }

    public byte[] Bytes { get; }

    public HttpStatusCode Status { get; }

    /// <summary>Returns the body as text, at most <see cref="ApiFailure.MaxBodyLength"/> characters; null if it is empty.</summary>
    public string? CappedText() => Bytes.Length == 0 ? null : Encoding.UTF8.GetString(Bytes, 0, Math.Min(Bytes.Length, ApiFailure.MaxBodyLength));

    /// <summary>Leaves the length of an empty body open: Refit would return null for length 0, without asking the serializer.</summary>
    protected override bool TryComputeLength(out long length)
    {
        length = Bytes.Length;
        return length > 0;
    }
}

/// <summary>A response is larger than this client accepts; the handlers above turn it into an exception of the public family.</summary>
internal sealed class ResponseTooLargeException(int limit, HttpStatusCode status) : Exception
{
    public int Limit { get; } = limit;

    public HttpStatusCode Status { get; } = status;
}
