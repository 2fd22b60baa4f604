// CloudFront function (viewer request, runtime 2.0): a folder is its index.html, which a bucket does not know.
function handler(event) {
  var request = event.request;
  if (request.uri.endsWith("/")) {
    request.uri += "index.html";
  } else if (!/\.[a-z0-9]+$/i.test(request.uri) && !/\/(_headers)$/.test(request.uri)) {
    return { statusCode: 301, statusDescription: "Moved Permanently", headers: { location: { value: request.uri + "/" } } };
  }
  return request;
}
