using System.Collections;

namespace Polaris.Client.Testing;

/// <summary>The routes of a fake, one line each: method, path and handler.</summary>
/// <typeparam name="TRequest">The request as the handlers of this server see it.</typeparam>
/// <remarks>
/// A path consists of literal parts and placeholders, <c>itemrecords/{id}</c>; a final placeholder <c>{**rest}</c> matches the rest of the path.
/// The documented query parameters follow a question mark, <c>objectlocks?getAllLocks</c>; <c>*</c> allows any.
/// Among the matching routes, the one with the most literal parts wins, and among equals the one added last.
/// </remarks>
internal sealed class RouteTable<TRequest> : IEnumerable
    where TRequest : FakeRequest
{
    private readonly List<Route> _routes = [];

    public void Add(string method, string path, Func<TRequest, FakeResponse> handler) => _routes.Add(new(method, path, handler));

    /// <summary>The route of a request, or <c>null</c>; sets the route values of the request.</summary>
    public Route? Find(TRequest request)
    {
        string[] parts = Split(request.Path);
        Route? best = _routes.Where(route => route.Method == request.Method && route.Matches(parts))
            .OrderBy(route => route.Literals).LastOrDefault();
        request.RouteValues = best?.Values(parts) ?? request.RouteValues;
        return best;
    }

    /// <summary>The HTTP methods that are supported at the path of a request.</summary>
    public IReadOnlyList<string> MethodsAt(TRequest request)
    {
        string[] parts = Split(request.Path);
        return [.. _routes.Where(route => route.Matches(parts)).Select(route => route.Method).Distinct()];
    }

    IEnumerator IEnumerable.GetEnumerator() => _routes.GetEnumerator();

    private static string[] Split(string path) => path.Trim('/').Split('/');

    internal sealed class Route
    {
        private readonly string[] _parts;
        private readonly string[] _parameters;

        public Route(string method, string path, Func<TRequest, FakeResponse> handler)
        {
            string[] halves = path.Split('?');
            Method = method.ToUpperInvariant();
            _parts = Split(halves[0]);
            _parameters = halves.Length > 1 ? halves[1].Split('&') : [];
            Literals = _parts.Count(part => !IsPlaceholder(part));
            Handler = handler;
        }

        public string Method { get; }

        public Func<TRequest, FakeResponse> Handler { get; }

        public int Literals { get; }

        private bool TakesRest => _parts[_parts.Length - 1].StartsWith("{**", StringComparison.Ordinal);

        /// <summary>The query parameters that are not documented for this route.</summary>
        public IEnumerable<string> Undocumented(TRequest request) =>
            _parameters.Contains("*") ? [] : request.Query.Keys.Except(_parameters, StringComparer.Ordinal);

        public bool Matches(string[] parts)
        {
            bool fits = TakesRest ? parts.Length >= _parts.Length : parts.Length == _parts.Length;
            for (int i = 0; fits && i < _parts.Length; i++)
            {
                fits = IsPlaceholder(_parts[i]) ? parts[i].Length > 0 : _parts[i] == parts[i];
            }

            return fits;
        }

        public Dictionary<string, string> Values(string[] parts)
        {
            Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
            for (int i = 0; i < _parts.Length; i++)
            {
                if (IsPlaceholder(_parts[i]))
                {
                    bool isRest = TakesRest && i == _parts.Length - 1;
                    values[_parts[i].Trim('{', '}', '*')] = Uri.UnescapeDataString(isRest ? string.Join("/", parts.Skip(i)) : parts[i]);
                }
            }

            return values;
        }

        private static bool IsPlaceholder(string part) => part.Length > 1 && part[0] == '{';
    }
}
